package dev.liveartifacts.connector.delegation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An owner's standing permission that those who open one artifact see what one source answers to
 * exactly these calls. Its id never reaches a browser.
 *
 * @param zone in which the days of relative arguments begin
 * @param expiresAt null: until it is taken back
 */
record ViewDelegation(
    UUID id,
    UUID artifactId,
    String ownerId,
    List<DelegatedCall> calls,
    ZoneId zone,
    @Nullable Instant expiresAt) {
  ViewDelegation {
    calls = List.copyOf(calls);
  }

  boolean covers(UUID artifact, Instant now) {
    return artifactId.equals(artifact) && (expiresAt == null || now.isBefore(expiresAt));
  }
}
