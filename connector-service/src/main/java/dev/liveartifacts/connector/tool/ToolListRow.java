package dev.liveartifacts.connector.tool;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The tools of a connection as they are stored. */
@Entity
@Table(name = "tool_list")
@SuppressWarnings("NullAway.Init")
public class ToolListRow extends PanacheEntityBase {
  @Id public UUID connectionId;
  public int generation;
  public String tools;
  public Instant fetchedAt;
}
