package dev.liveartifacts.connector.delegation;

import java.util.List;
import java.util.UUID;

/**
 * A person's standing permission for one artifact to make exactly these calls with that person's
 * connections. Its id never reaches a browser.
 *
 * @param ownerSubject how other services name the person
 */
public record Delegation(
    UUID id, UUID artifactId, String ownerId, String ownerSubject, List<DelegatedCall> calls) {
  public Delegation {
    calls = List.copyOf(calls);
  }

  /** True if a run for this artifact, in this person's name, may use the delegation. */
  public boolean covers(UUID artifact, String subject) {
    return artifactId.equals(artifact) && ownerSubject.equals(subject);
  }
}
