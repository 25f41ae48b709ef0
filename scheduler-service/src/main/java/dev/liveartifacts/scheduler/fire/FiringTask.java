package dev.liveartifacts.scheduler.fire;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.run.OutboxLoop;
import dev.liveartifacts.scheduler.run.Traceparent;
import dev.liveartifacts.scheduler.schedule.Timer;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fires a schedule when its timer rings.
 *
 * <p>A timer may ring twice or late: what counts is the due time in the schedule's row. After an
 * outage, one run makes up for all due times that were missed.
 */
@ApplicationScoped
class FiringTask {
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final FiringStore store;
  private final OutboxLoop outbox;
  private final Clock clock;
  private final Tracer tracer;
  private final io.micrometer.core.instrument.Timer lateness;

  FiringTask(
      FiringStore store, OutboxLoop outbox, Clock clock, Tracer tracer, MeterRegistry meters) {
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
    this.tracer = tracer;
    this.lateness = meters.timer("live.firing.lateness");
  }

  Task<Void> task() {
    return Tasks.custom(Timer.TASK, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
        .onDeadExecutionRevive()
        .execute((instance, context) -> completion(ring(Timer.named(instance.getId()))));
  }

  private static CompletionHandler<Void> completion(Optional<Instant> nextAt) {
    if (nextAt.isEmpty()) {
      return new OnCompleteRemove<>();
    }
    return (complete, operations) -> operations.reschedule(complete, nextAt.get());
  }

  /** Fires what is due. Returns when to ring again; empty if never. */
  Optional<Instant> ring(Timer timer) {
    try {
      Optional<DueSchedule> schedule = store.find(timer);
      return schedule.isEmpty() ? Optional.empty() : Optional.of(ring(timer, schedule.get()));
    } catch (SQLException e) {
      throw new IllegalStateException("The timer could not be looked at", e);
    }
  }

  private Instant ring(Timer timer, DueSchedule schedule) throws SQLException {
    Instant now = clock.instant();
    if (schedule.nextAt().isAfter(now)) {
      return schedule.nextAt();
    }
    Instant next = Timetable.read(schedule.cron(), schedule.timeZone()).next(now);
    Span span = tracer.spanBuilder("fire schedule").startSpan();
    try {
      store.fire(timer, schedule.nextAt(), next, now, Traceparent.of(span));
    } finally {
      span.end();
    }
    lateness.record(Duration.between(schedule.nextAt(), now));
    outbox.wake();
    return next;
  }
}
