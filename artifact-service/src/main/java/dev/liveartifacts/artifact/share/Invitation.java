package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.access.ShareKind;
import dev.liveartifacts.artifact.problem.Problems;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom the owner wants to let in. A person need not have signed in yet, nor has anybody to be in
 * the group yet.
 *
 * @param email of a person
 * @param group as the sign-in server spells it
 * @param expiresAt null: until it is taken back
 * @param message shown on the first opening, and in the notice or the mail
 */
record Invitation(
    @NotNull ShareKind kind,
    @Size(max = 320) @Nullable String email,
    @Size(max = 200) @Nullable String group,
    @NotNull Role role,
    @Nullable Instant expiresAt,
    @Size(max = 500, message = "A message has at most 500 characters.") @Nullable String message) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s@\\p{Cntrl}<>()\\[\\],;:\"\\\\]+@[^\\s@\\p{Cntrl}<>()\\[\\],;:\"\\\\]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

  /** Whom it is for, as shares name them; null for the workspace. */
  @Nullable String subject() {
    return switch (kind) {
      case PERSON -> address();
      case GROUP -> name();
      case WORKSPACE -> null;
    };
  }

  /**
   * The same, fit to be kept.
   *
   * @throws dev.liveartifacts.artifact.problem.ProblemException with what is to be said otherwise
   */
  Invitation checked(Instant now) {
    if (role == Role.OWNER) {
      throw Problems.badRequest(
          "Share as viewer or editor. To give the artifact away, hand over its ownership.");
    }
    Term.check(expiresAt, now);
    return new Invitation(kind, email, group, role, expiresAt, words());
  }

  private String address() {
    String address = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    if (!ADDRESS.matcher(address).matches()) {
      throw Problems.badRequest("Enter the e-mail address that this person signs in with.");
    }
    return address;
  }

  private String name() {
    String name = group == null ? "" : group.strip();
    if (name.isEmpty() || CONTROL.matcher(name).find()) {
      throw Problems.badRequest("Name a group exactly as the sign-in server spells it.");
    }
    return name;
  }

  private @Nullable String words() {
    String text = message == null ? "" : message.replace("\r\n", "\n").strip();
    String clean = CONTROL_BUT_LINES.matcher(text).replaceAll("");
    return clean.isEmpty() ? null : clean;
  }
}
