package dev.liveartifacts.scheduler.fire;

import dev.liveartifacts.scheduler.run.OutboxLoop;
import dev.liveartifacts.scheduler.run.Traceparent;
import dev.liveartifacts.scheduler.schedule.Timer;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fires what is due. Timers that ring while others are being written down go into one statement
 * together: seven o'clock is due for everybody. Thread-safe.
 */
@Startup
@ApplicationScoped
class Firings {
  private static final String LEFT_OUT =
      "Nothing could run it when it was due, and this schedule skips such times.";

  private final FiringStore store;
  private final OutboxLoop outbox;
  private final FiringConfig config;
  private final Clock clock;
  private final Tracer tracer;
  private final io.micrometer.core.instrument.Timer lateness;
  private final ConcurrentLinkedQueue<Ringing> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  Firings(
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

  /** Returns when to ring again, after everything is written down; empty if never. */
  Optional<Instant> ring(Timer timer) {
    Ringing own = new Ringing(timer);
    waiting.add(own);
    writing.lock();
    try {
      // whoever was first has perhaps written this one down as well
      if (!own.isOver()) {
        fireAll(drained());
      }
    } finally {
      writing.unlock();
    }
    return own.ringsAgain();
  }

  private List<Ringing> drained() {
    List<Ringing> drained = new ArrayList<>();
    for (Ringing next = waiting.poll(); next != null; next = waiting.poll()) {
      drained.add(next);
    }
    return drained;
  }

  private void fireAll(List<Ringing> ringing) {
    try {
      fire(ringing);
    } catch (SQLException | RuntimeException e) {
      // one that cannot be written down does not hold up the others
      ringing.forEach(this::fireAlone);
    }
  }

  private void fireAlone(Ringing ringing) {
    try {
      fire(List.of(ringing));
    } catch (SQLException | RuntimeException e) {
      ringing.failed(e);
    }
  }

  private void fire(List<Ringing> ringing) throws SQLException {
    Instant now = clock.instant();
    Map<Timer, DueSchedule> schedules =
        store.find(ringing.stream().map(Ringing::timer).distinct().toList());
    List<Fired> fired = new ArrayList<>();
    schedules.forEach((timer, schedule) -> decide(timer, schedule, now).ifPresent(fired::add));
    if (!fired.isEmpty()) {
      store.record(fired, now);
      schedules.values().stream()
          .filter(schedule -> decision(schedule, now) instanceof Firing.Due)
          .forEach(schedule -> lateness.record(schedule.lateBy(now)));
      outbox.wake();
    }
    ringing.forEach(each ->
        each.done(
            Optional.ofNullable(schedules.get(each.timer()))
                .map(it -> decision(it, now).ringsAt())));
  }

  private Firing decision(DueSchedule schedule, Instant now) {
    return schedule.at(now, config.misfireAfter());
  }

  private Optional<Fired> decide(Timer timer, DueSchedule schedule, Instant now) {
    return switch (decision(schedule, now)) {
      case Firing.TooEarly early -> Optional.empty();
      case Firing.LeftOut it -> Optional.of(new Fired(timer, it.due(), it.next(), LEFT_OUT, null));
      case Firing.Due it ->
          Optional.of(new Fired(timer, it.due(), it.next(), null, newTraceparent()));
    };
  }

  private @Nullable String newTraceparent() {
    Span span = tracer.spanBuilder("fire schedule").startSpan();
    try {
      return Traceparent.of(span);
    } finally {
      span.end();
    }
  }
}
