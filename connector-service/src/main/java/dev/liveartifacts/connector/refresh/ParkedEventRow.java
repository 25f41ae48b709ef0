package dev.liveartifacts.connector.refresh;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An event that could not be understood, kept for somebody to look at. */
@Entity
@Table(name = "parked_event")
@SuppressWarnings("NullAway.Init")
public class ParkedEventRow extends PanacheEntityBase {
  @Id public UUID id;
  public String topic;

  /** Partition and offset: where the event is. */
  public String position;

  public String reason;
  public String payload;
  public Instant parkedAt;
}
