package dev.liveartifacts.scheduler.fire;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
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
 * <p>A timer may ring twice, early or late: what counts is the due time in the schedule's row.
 */
@ApplicationScoped
class FiringTask {
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final FiringStore store;
  private final OutboxLoop outbox;
  private final FiringConfig config;
  private final Clock clock;
  private final Tracer tracer;
  private final io.micrometer.core.instrument.Timer lateness;

  FiringTask(
      FiringStore store,
      OutboxLoop outbox,
      FiringConfig config,
      Clock clock,
      Tracer tracer,
      MeterRegistry meters) {
    this.store = store;
    this.outbox = outbox;
    this.config = config;
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
    Firing firing = schedule.at(now, config.misfireAfter());
    switch (firing) {
      case Firing.TooEarly early -> {}
      case Firing.LeftOut missed -> store.leaveOut(timer, missed, now);
      case Firing.Due due -> {
        fire(timer, due, now);
        lateness.record(Duration.between(schedule.jitter().start(due.due()), now));
      }
    }
    return firing.ringsAt();
  }

  private void fire(Timer timer, Firing.Due due, Instant now) throws SQLException {
    Span span = tracer.spanBuilder("fire schedule").startSpan();
    try {
      store.fire(timer, due, now, Traceparent.of(span));
    } finally {
      span.end();
    }
    outbox.wake();
  }
}
