package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.schedule.ToolId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an artifact's owner shows, and what one person has agreed to.
 *
 * @param agreed true if the person has said yes to a list of sources, be it an older one
 * @param consented the tools that may be used with connections of the person's own
 */
public record Terms(List<Shown> shown, boolean agreed, Set<ToolId> consented) {
  public Terms {
    shown = List.copyOf(shown);
    consented = Set.copyOf(consented);
  }

  /**
   * A source whose answers an owner shows.
   *
   * @param expiresAt null: until it is taken back
   */
  public record Shown(
      UUID connectorId, UUID ownerId, UUID delegationId, @Nullable Instant expiresAt) {}

  /** What one may show ends with being the owner. */
  Optional<Shown> shown(UUID connectorId, UUID ownerId, Instant now) {
    return shown.stream()
        .filter(one -> one.connectorId().equals(connectorId))
        .filter(one -> one.ownerId().equals(ownerId))
        .filter(one -> one.expiresAt() == null || now.isBefore(one.expiresAt()))
        .findFirst();
  }
}
