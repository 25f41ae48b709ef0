package dev.liveartifacts.artifact.handover;

import dev.liveartifacts.artifact.time.Rounds;
import dev.liveartifacts.artifact.upstream.Service;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells the other services who has an artifact no more, until they have ended that person's
 * delegations to it and paused their schedules of it. One replica tells each; it is told at least
 * once, and telling it twice does no harm.
 */
@ApplicationScoped
class HandoverLoop {
  private static final Logger LOG = Logger.getLogger(HandoverLoop.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int AT_ONCE = 8;

  /** Longer than both services may take. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final UnfinishedStore store;
  private final HandoverClient client;
  private final Rounds rounds = new Rounds();

  HandoverLoop(UnfinishedStore store, HandoverClient client) {
    this.store = store;
    this.client = client;
  }

  void start(@Observes StartupEvent event) {
    rounds.start(EVERY, 1, "Handovers have to wait", this::round);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  /** An artifact has just changed hands. */
  void wake() {
    rounds.wake();
  }

  private Uni<Void> round() {
    return Uni.createFrom()
        .deferred(() -> store.take(LEASE, AT_ONCE))
        .call(this::tellAll)
        .repeat()
        .whilst(batch -> batch.size() == AT_ONCE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> tellAll(List<Unfinished> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndMerge(this::tell)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> tell(Unfinished handover) {
    return Uni.combine()
        .all()
        .unis(
            tell(Service.CONNECTOR, handover, handover.delegationsEnded()),
            tell(Service.SCHEDULER, handover, handover.schedulesPaused()))
        .asTuple()
        .flatMap(both -> store.keep(handover, both.getItem1(), both.getItem2()));
  }

  /** Whether this service knows by now. */
  private Uni<Boolean> tell(Service service, Unfinished handover, boolean knows) {
    return knows
        ? Uni.createFrom().item(true)
        : client
            .tell(service, handover)
            .replaceWith(true)
            .onFailure()
            .invoke(failure ->
                LOG.warnf(
                    "%s does not know yet that artifact %s is no more its former owner's: %s",
                    service.words(), handover.artifactId(), failure.getMessage()))
            .onFailure()
            .recoverWithItem(false);
  }
}
