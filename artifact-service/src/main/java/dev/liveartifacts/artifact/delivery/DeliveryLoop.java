package dev.liveartifacts.artifact.delivery;

import dev.liveartifacts.artifact.time.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Sends what is due, a few at a time on each replica, and tries again for a day. */
@ApplicationScoped
public class DeliveryLoop {
  private static final int AT_ONCE = 8;

  /** Longer than any attempt takes; a replica that dies has its messages taken over after this. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final DeliveryStore store;
  private final Postman postman;
  private final DeliveryConfig config;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final Rounds rounds = new Rounds();

  DeliveryLoop(
      DeliveryStore store,
      Postman postman,
      DeliveryConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.store = store;
    this.postman = postman;
    this.config = config;
    this.clock = clock;
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent event) {
    rounds.start(config.sendEvery(), 1, "Messages have to wait", this::sendAll);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  /** Something was put in line. */
  public void wake() {
    rounds.wake();
  }

  /** Batch by batch until nothing is due. */
  private Uni<Void> sendAll() {
    return Uni.createFrom()
        .deferred(() -> store.take(LEASE, AT_ONCE))
        .call(this::send)
        .repeat()
        .whilst(batch -> !batch.isEmpty())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> send(List<Delivery> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndMerge(
            delivery -> postman.bring(delivery).flatMap(attempt -> settle(delivery, attempt)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> settle(Delivery delivery, Attempt attempt) {
    metrics
        .counter(
            "live.deliveries",
            "outcome",
            attempt.getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .increment();
    return switch (attempt) {
      case Attempt.Delivered delivered -> store.delivered(delivery.id());
      case Attempt.Withdrawn withdrawn -> store.withdraw(delivery.id());
      case Attempt.Never(String reason) -> store.giveUp(delivery, reason);
      case Attempt.Later later -> later(delivery, later);
    };
  }

  private Uni<Void> later(Delivery delivery, Attempt.Later later) {
    Optional<Instant> next =
        Backoff.next(
            clock.instant(),
            delivery.until(),
            delivery.attempts(),
            later.asked(),
            ThreadLocalRandom.current().nextDouble());
    return next.isPresent()
        ? store.later(delivery.id(), next.get(), later.reason())
        : store.giveUp(delivery, later.reason());
  }
}
