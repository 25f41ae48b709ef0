package dev.liveartifacts.connector.tool;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tool as an administrator last saw it. */
@Entity
@Table(name = "known_tool")
@IdClass(KnownToolRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class KnownToolRow extends PanacheEntityBase {
  /** A tool of a connector. */
  public record Key(UUID connectorId, String tool) implements Serializable {}

  @Id public UUID connectorId;
  @Id public String tool;
  public String definition;
  public @Nullable Instant changedAt;
}
