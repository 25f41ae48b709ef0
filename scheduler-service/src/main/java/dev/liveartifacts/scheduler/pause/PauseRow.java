package dev.liveartifacts.scheduler.pause;

import dev.liveartifacts.contracts.refresh.SchedulePaused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An event that Kafka does not have yet. */
@Entity
@Table(name = "schedule_paused")
class PauseRow {
  @Id UUID id;

  @Column(name = "schedule_id")
  UUID scheduleId;

  @Column(name = "artifact_id")
  UUID artifactId;

  @Column(name = "owner_id")
  String ownerId;

  String reason;

  Instant at;

  @SuppressWarnings("NullAway.Init")
  PauseRow() {}

  static PauseRow of(SchedulePaused event) {
    PauseRow row = new PauseRow();
    row.id = UUID.randomUUID();
    row.scheduleId = event.scheduleId();
    row.artifactId = event.artifactId();
    row.ownerId = event.ownerId();
    row.reason = event.reason();
    row.at = event.at();
    return row;
  }
}
