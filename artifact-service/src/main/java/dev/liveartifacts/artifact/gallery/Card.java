package dev.liveartifacts.artifact.gallery;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.store.Named;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An artifact in the gallery. */
public record Card(
    UUID id,
    String title,
    String description,
    Named owner,
    Role role,
    int version,
    List<Connector> connectors,
    Instant updatedAt,
    @Nullable Instant lastOpenedAt) {

  /** Where its data comes from. */
  public record Connector(UUID id, String slug, String name, @Nullable Freshness freshness) {}

  /**
   * How this person's last call there went.
   *
   * @param outcome {@code fresh}, {@code stale} or {@code failed}
   * @param storedAt when the data that was shown had been stored; null if there was none
   */
  public record Freshness(String outcome, @Nullable Instant storedAt, Instant seenAt) {}
}
