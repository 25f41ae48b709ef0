package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
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

  /** Null while the schedule tells it. */
  @Column(name = "artifact_title")
  @Nullable String artifactTitle;

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

  @Column(name = "retry_of")
  @Nullable UUID retryOf;

  @Nullable Integer total;

  @Nullable String traceparent;

  @SuppressWarnings("NullAway.Init")
  RunRow() {}

  static RunRow of(RunOrder order, Instant now, @Nullable String traceparent) {
    RunRow run = new RunRow();
    run.id = UUID.randomUUID();
    run.scheduleId = order.scheduleId();
    run.artifactId = order.artifactId();
    run.delegationId = order.delegationId();
    run.ownerId = order.ownerId();
    run.trigger = order.trigger();
    run.retryOf = order.retryOf();
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
    reason = ended.reason();
    report = RunReport.of(ended);
    total = ended.calls().size();
    return true;
  }

  /** Closes a run whose end is not told any more; one that ended meanwhile stays as it is. */
  boolean giveUp(String why, Instant now) {
    if (state != RunState.RUNNING) {
      return false;
    }
    state = RunState.FAILED;
    finishedAt = now;
    reason = why;
    return true;
  }

  /** Takes word of one call. What comes twice, late or in another order does no harm. */
  void progress(RefreshProgress progress) {
    if (state.isGoing()) {
      report = RunReport.with(report, progress.call());
      total = progress.total();
    }
  }

  @Nullable String complaint() {
    return report == null ? reason : report.complaint().orElse(reason);
  }

  /** The calls that it will probably make: those of the last run on the same delegation. */
  List<EndedCall> expectedAfter(@Nullable RunRow last) {
    if (last == null || last.report == null || trigger == RunTrigger.RETRY) {
      return List.of();
    }
    return last.delegationId.equals(delegationId) ? last.report.calls() : List.of();
  }

  boolean anyCallFailed() {
    return report != null && report.anyFailed();
  }

  /**
   * @param expected the calls that it will probably make, as far as they are known
   */
  Run shown(List<EndedCall> expected) {
    RunReport known = report == null ? new RunReport(List.of()) : report;
    List<RunCall> calls = known.shown(state.isGoing() ? expected : List.of());
    return new Run(
        id,
        scheduleId,
        artifactId,
        artifactTitle,
        dueAt,
        trigger,
        retryOf,
        state,
        requestedAt,
        finishedAt,
        reason,
        known.calls().size(),
        total == null && !calls.isEmpty() ? Integer.valueOf(calls.size()) : total,
        calls);
  }
}
