package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.problem.Problems;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom the owner wants to let in. They need not have signed in yet. */
record Invitation(
    Share.@NotNull Kind kind, @Size(max = 320) @Nullable String email, @NotNull Role role) {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\x00]+@[^\\s@\\x00]+");

  /** In lower case; null for the workspace. */
  @Nullable String address() {
    if (role == Role.OWNER) {
      throw Problems.badRequest("Share as viewer or editor.");
    }
    if (kind == Share.Kind.WORKSPACE) {
      return null;
    }
    String address = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    if (!ADDRESS.matcher(address).matches()) {
      throw Problems.badRequest("Enter the e-mail address that this person signs in with.");
    }
    return address;
  }
}
