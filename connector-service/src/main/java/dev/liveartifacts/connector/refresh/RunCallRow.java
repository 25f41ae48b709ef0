package dev.liveartifacts.connector.refresh;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call that a run has made, and its result until it is taken. */
@Entity
@Table(name = "refresh_call")
@IdClass(RunCallRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class RunCallRow extends PanacheEntityBase {
  /** A place in a run. */
  public record Key(UUID runId, int position) implements Serializable {}

  @Id public UUID runId;
  @Id public int position;
  public String report;
  public String arguments;
  public String relative;
  public byte @Nullable [] content;
  public long bytes;
  public Instant endedAt;
}
