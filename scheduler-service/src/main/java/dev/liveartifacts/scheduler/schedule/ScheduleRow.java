package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.contracts.refresh.SchedulePaused;
import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.run.Run;
import dev.liveartifacts.scheduler.run.RunOrder;
import dev.liveartifacts.scheduler.run.RunTrigger;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  @Enumerated(EnumType.STRING)
  @Column(name = "paused_by")
  @Nullable PausedBy pausedBy;

  @Column(name = "paused_reason")
  @Nullable String pausedReason;

  @Column(name = "next_at")
  @Nullable Instant nextAt;

  @Column(name = "jitter_seconds")
  int jitterSeconds;

  @Enumerated(EnumType.STRING)
  Misfire misfire;

  @Column(name = "failures_in_a_row")
  int failuresInARow;

  @Column(name = "failures_from")
  Instant failuresFrom;

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
    row.jitterSeconds = wanted.jitter();
    row.misfire = wanted.misfireOrDefault();
    row.setPaused(wanted.startsPaused(), now);
    row.follow(timetable, now);
    return row;
  }

  void change(ScheduleChange change, Timetable timetable, Instant now) {
    if (change.delegationId() != null) {
      delegationId = change.delegationId();
    }
    jitterSeconds = Objects.requireNonNullElse(change.jitterSeconds(), jitterSeconds);
    misfire = Objects.requireNonNullElse(change.misfire(), misfire);
    if (change.paused() != null) {
      setPaused(change.paused(), now);
    }
    if (change.isAboutTime()) {
      follow(timetable, now);
    }
  }

  /** By its owner, who knows about the failures so far. */
  private void setPaused(boolean wanted, Instant now) {
    paused = wanted;
    pausedBy = wanted ? PausedBy.OWNER : null;
    pausedReason = null;
    failuresInARow = 0;
    failuresFrom = now;
  }

  void pauseBecause(PausedBy cause, String reason) {
    paused = true;
    pausedBy = cause;
    pausedReason = reason;
    nextAt = null;
    generation++;
  }

  String tooManyFailures(@Nullable String complaint) {
    String count = "It failed %d times in a row.".formatted(failuresInARow);
    return complaint == null ? count : count + " The last time: " + complaint;
  }

  /** The event that it paused by itself. */
  SchedulePaused paused(Instant now) {
    return new SchedulePaused(id, artifactId, ownerId, String.valueOf(pausedReason), now);
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

  int timesADay() {
    return paused ? 0 : Timetable.read(cron, timeZone).timesADay();
  }

  /** When its timer rings; null while it is paused. */
  @Nullable Instant ringsAt() {
    return nextAt == null ? null : new Jitter(id, jitterSeconds).start(nextAt);
  }

  RunOrder order(RunTrigger trigger, @Nullable UUID retryOf) {
    return new RunOrder(id, artifactId, delegationId, ownerId, trigger, retryOf);
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
        pausedBy,
        pausedReason,
        nextAt,
        jitterSeconds,
        misfire,
        failuresInARow,
        recentRuns.isEmpty() ? null : recentRuns.getFirst(),
        recentRuns,
        ownerId);
  }
}
