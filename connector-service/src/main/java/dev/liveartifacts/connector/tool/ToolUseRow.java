package dev.liveartifacts.connector.tool;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** When a tool was last called. */
@Entity
@Table(name = "tool_use")
@IdClass(ToolUseRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class ToolUseRow extends PanacheEntityBase {
  /** A tool of a connector. */
  public record Key(UUID connectorId, String tool) implements Serializable {}

  @Id public UUID connectorId;
  @Id public String tool;
  public Instant lastUsedAt;
}
