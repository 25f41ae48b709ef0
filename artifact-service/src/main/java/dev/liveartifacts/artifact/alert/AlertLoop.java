package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.delivery.DeliveryLoop;
import dev.liveartifacts.artifact.snapshot.SnapshotStored;
import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
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
  private final Rounds rounds = new Rounds();

  AlertLoop(
      EvaluationStore store, Evaluation evaluation, DeliveryLoop deliveries, AlertConfig config) {
    this.store = store;
    this.evaluation = evaluation;
    this.deliveries = deliveries;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    rounds.start(config.evaluateEvery(), 1, "Alerts have to wait", this::evaluate);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  void stored(@Observes SnapshotStored snapshot) {
    rounds.wake();
  }

  private Uni<Void> evaluate() {
    return store.due(BATCH).flatMap(this::all);
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
