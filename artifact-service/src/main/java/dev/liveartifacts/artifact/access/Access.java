package dev.liveartifacts.artifact.access;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides who may do what. The default is no; an administrator is nobody special here. */
public final class Access {
  private Access() {}

  /**
   * What a person is to an artifact; empty if nothing.
   *
   * @param email in lower case, verified; null if the person has none
   */
  public static Optional<Role> role(UUID personId, @Nullable String email, Facts facts) {
    if (facts.ownerId().equals(personId)) {
      return Optional.of(Role.OWNER);
    }
    return facts.grantees().stream()
        .filter(grantee -> grantee.covers(email))
        .map(Grantee::role)
        .max(Comparator.naturalOrder());
  }
}
