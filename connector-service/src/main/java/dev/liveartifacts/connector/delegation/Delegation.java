package dev.liveartifacts.connector.delegation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's standing permission for one artifact to make exactly these calls with that person's
 * connections. Its id never reaches a browser.
 *
 * @param ownerSubject how other services name the person
 * @param version of the artifact whose calls they are; null if that was not said
 * @param givenAt when the owner agreed
 * @param changedAt when the calls last changed: later than {@code givenAt} if some were withdrawn
 * @param expiresAt null: until it is taken back
 */
public record Delegation(
    UUID id,
    UUID artifactId,
    String ownerId,
    String ownerSubject,
    List<DelegatedCall> calls,
    @Nullable Integer version,
    Instant givenAt,
    Instant changedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  public Delegation {
    calls = List.copyOf(calls);
  }

  /** True if a run for this artifact, in this person's name, may use the delegation. */
  public boolean covers(UUID artifact, String subject) {
    return artifactId.equals(artifact) && ownerSubject.equals(subject);
  }

  /** When it ended by itself; empty while it has not. */
  public Optional<Instant> endedBy(Instant now) {
    return Optional.ofNullable(expiresAt).filter(end -> !now.isBefore(end));
  }
}
