package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.delivery.DeliveryLoop;
import dev.liveartifacts.artifact.snapshot.SnapshotStored;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks at new data as soon as it is stored, and now and then for what was missed because a replica
 * died in between.
 */
@ApplicationScoped
class AlertLoop {
  private static final Logger LOG = Logger.getLogger(AlertLoop.class);
  private static final int BATCH = 200;
  private static final int AT_ONCE = 4;

  private final EvaluationStore store;
  private final Evaluation evaluation;
  private final DeliveryLoop deliveries;
  private final AlertConfig config;
  private final BroadcastProcessor<Long> wakes = BroadcastProcessor.create();
  private Cancellable loop = () -> {};

  AlertLoop(
      EvaluationStore store, Evaluation evaluation, DeliveryLoop deliveries, AlertConfig config) {
    this.store = store;
    this.evaluation = evaluation;
    this.deliveries = deliveries;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    Multi<Long> ticks =
        Multi.createFrom().ticks().every(config.evaluateEvery()).onOverflow().drop();
    loop =
        Multi.createBy()
            .merging()
            .streams(ticks, wakes)
            .onOverflow()
            .dropPreviousItems()
            .onItem()
            .transformToUniAndConcatenate(tick -> evaluate())
            .subscribe()
            .with(evaluated -> {}, failure -> LOG.error("Alerts are not looked at", failure));
  }

  void stop(@Observes ShutdownEvent event) {
    loop.cancel();
  }

  void stored(@Observes SnapshotStored snapshot) {
    wakes.onNext(0L);
  }

  private Uni<Void> evaluate() {
    return store
        .due(BATCH)
        .flatMap(this::all)
        .onFailure()
        .invoke(failure -> LOG.warnf("Alerts have to wait: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> all(List<Alert> due) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUni(this::one)
        .merge(AT_ONCE)
        .collect()
        .last()
        .invoke(done -> {
          if (!due.isEmpty()) {
            deliveries.wake();
          }
        })
        .replaceWithVoid();
  }

  /** One that cannot be looked at keeps no other from being looked at. */
  private Uni<Void> one(Alert alert) {
    return Uni.createFrom()
        .deferred(() -> evaluation.evaluate(alert))
        .onFailure()
        .invoke(failure -> LOG.warnf("Alert %s has to wait: %s", alert.id(), failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }
}
