package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.run.Run;
import dev.liveartifacts.scheduler.run.RunOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A schedule as it is kept. */
@Entity
@Table(name = "schedule")
class ScheduleRow {
  @Id UUID id;

  @Column(name = "owner_id")
  String ownerId;

  @Column(name = "artifact_id")
  UUID artifactId;

  @Column(name = "artifact_title")
  String artifactTitle;

  @Column(name = "delegation_id")
  UUID delegationId;

  String cron;

  @Column(name = "time_zone")
  String timeZone;

  boolean paused;

  @Column(name = "paused_reason")
  @Nullable String pausedReason;

  @Column(name = "next_at")
  @Nullable Instant nextAt;

  int generation;

  @Column(name = "created_at")
  Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  ScheduleRow() {}

  static ScheduleRow of(NewSchedule wanted, Timetable timetable, String ownerId, Instant now) {
    ScheduleRow row = new ScheduleRow();
    row.id = UUID.randomUUID();
    row.ownerId = ownerId;
    row.artifactId = wanted.artifactId();
    row.artifactTitle = wanted.artifactTitle();
    row.delegationId = wanted.delegationId();
    row.createdAt = now;
    row.paused = wanted.startsPaused();
    row.follow(timetable, now);
    return row;
  }

  void change(ScheduleChange change, Timetable timetable, Instant now) {
    if (change.delegationId() != null) {
      delegationId = change.delegationId();
    }
    if (change.paused() != null) {
      paused = change.paused();
      pausedReason = null;
    }
    if (change.cron() != null || change.timeZone() != null || change.paused() != null) {
      follow(timetable, now);
    }
  }

  void pauseBecause(String reason) {
    paused = true;
    pausedReason = reason;
    nextAt = null;
    generation++;
  }

  private void follow(Timetable timetable, Instant now) {
    cron = timetable.cron();
    timeZone = timetable.timeZone();
    nextAt = paused ? null : timetable.next(now);
    generation++;
  }

  boolean isOf(@Nullable UUID artifact) {
    return artifact == null || artifact.equals(artifactId);
  }

  Timer timer() {
    return new Timer(id, generation);
  }

  RunOrder order() {
    return new RunOrder(id, artifactId, delegationId, ownerId);
  }

  ScheduleView shown(List<Run> recentRuns) {
    return new ScheduleView(
        id,
        artifactId,
        artifactTitle,
        cron,
        Timetable.read(cron, timeZone).inWords(),
        timeZone,
        paused,
        pausedReason,
        nextAt,
        recentRuns.isEmpty() ? null : recentRuns.getFirst(),
        recentRuns,
        ownerId);
  }
}
