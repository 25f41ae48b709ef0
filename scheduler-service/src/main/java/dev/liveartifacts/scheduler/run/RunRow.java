package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A run as it is kept. */
@Entity
@Table(name = "run")
class RunRow {
  @Id UUID id;

  @Column(name = "schedule_id")
  UUID scheduleId;

  @Column(name = "artifact_id")
  UUID artifactId;

  @Column(name = "delegation_id")
  UUID delegationId;

  @Column(name = "owner_id")
  String ownerId;

  @Enumerated(EnumType.STRING)
  RunTrigger trigger;

  @Enumerated(EnumType.STRING)
  RunState state;

  @Column(name = "due_at")
  Instant dueAt;

  @Column(name = "requested_at")
  Instant requestedAt;

  @Column(name = "reported_at")
  @Nullable Instant reportedAt;

  @Column(name = "finished_at")
  @Nullable Instant finishedAt;

  @Nullable String reason;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable RunReport report;

  @Nullable String traceparent;

  @SuppressWarnings("NullAway.Init")
  RunRow() {}

  static RunRow manual(RunOrder order, Instant now, @Nullable String traceparent) {
    RunRow run = new RunRow();
    run.id = UUID.randomUUID();
    run.scheduleId = order.scheduleId();
    run.artifactId = order.artifactId();
    run.delegationId = order.delegationId();
    run.ownerId = order.ownerId();
    run.trigger = RunTrigger.MANUAL;
    run.state = RunState.REQUESTED;
    run.dueAt = now;
    run.requestedAt = now;
    run.traceparent = traceparent;
    return run;
  }

  /**
   * Takes a report of how the run ended. Reports may come twice and in any order: the latest
   * counts.
   *
   * @return whether this one counts
   */
  boolean finish(RefreshFinished ended) {
    if (reportedAt != null && !ended.finishedAt().isAfter(reportedAt)) {
      return false;
    }
    state = RunState.of(ended.outcome());
    reportedAt = ended.finishedAt();
    finishedAt = ended.finishedAt();
    reason = null;
    report = RunReport.of(ended);
    return true;
  }

  Run shown() {
    return new Run(
        id,
        scheduleId,
        artifactId,
        dueAt,
        trigger,
        state,
        requestedAt,
        finishedAt,
        reason,
        report == null ? List.of() : report.calls());
  }
}
