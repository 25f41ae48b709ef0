package dev.liveartifacts.connector.refresh;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run that ended, with the event that said so. */
@Entity
@Table(name = "refresh_run")
@SuppressWarnings("NullAway.Init")
public class RunRow extends PanacheEntityBase {
  @Id public UUID runId;
  public UUID artifactId;
  public String finished;
  public Instant finishedAt;
  public @Nullable Instant evaluatedAt;
  public @Nullable Instant delegatedAt;
}
