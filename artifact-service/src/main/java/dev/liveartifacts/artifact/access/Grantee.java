package dev.liveartifacts.artifact.access;

import org.jspecify.annotations.Nullable;

/**
 * One share of an artifact.
 *
 * @param email whom it is for, in lower case; null means everyone in the workspace
 */
public record Grantee(@Nullable String email, Role role) {
  boolean covers(@Nullable String verifiedEmail) {
    return email == null || email.equals(verifiedEmail);
  }
}
