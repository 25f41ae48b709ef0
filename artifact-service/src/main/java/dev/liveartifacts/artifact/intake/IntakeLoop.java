package dev.liveartifacts.artifact.intake;

import dev.liveartifacts.artifact.intake.FinishedRunStore.FinishedRun;
import dev.liveartifacts.artifact.snapshot.SnapshotConfig;
import dev.liveartifacts.artifact.time.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Fetches the results of finished runs, a few at a time on each replica, and tries again what did
 * not work, for as long as the results are kept.
 */
@ApplicationScoped
class IntakeLoop {
  private static final Logger LOG = Logger.getLogger(IntakeLoop.class);
  private static final int AT_ONCE = 4;

  /** A replica that dies in between has its runs taken over after this. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final FinishedRunStore runs;
  private final Intake intake;
  private final SnapshotConfig config;
  private final Clock clock;
  private final Counter taken;
  private final Counter parked;
  private final Rounds rounds = new Rounds();

  IntakeLoop(
      FinishedRunStore runs,
      Intake intake,
      SnapshotConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.runs = runs;
    this.intake = intake;
    this.config = config;
    this.clock = clock;
    this.taken = metrics.counter("live.snapshots.taken");
    this.parked = metrics.counter("live.snapshots.parked");
  }

  void start(@Observes StartupEvent event) {
    rounds.start(config.fetchEvery(), AT_ONCE, "Results of runs have to wait", this::work);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  /** Something has come in. */
  void wake() {
    rounds.wake();
  }

  /** One run after the other until nothing is due. */
  private Uni<Void> work() {
    return Uni.createFrom()
        .deferred(() -> runs.lease(LEASE))
        .call(due -> due.map(this::handle).orElseGet(() -> Uni.createFrom().voidItem()))
        .repeat()
        .whilst(Optional::isPresent)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> handle(FinishedRun run) {
    return Uni.createFrom()
        .deferred(() -> intake.take(run.event()))
        .ifNoItem()
        .after(LEASE)
        .failWith(() -> new TimeoutException("they took too long"))
        .invoke(() -> taken.increment())
        .onFailure()
        .recoverWithUni(failure -> failed(run, failure));
  }

  private Uni<Void> failed(FinishedRun run, Throwable failure) {
    UUID id = run.event().runId();
    boolean over =
        failure instanceof ResultsGoneException
            || run.receivedAt().isBefore(clock.instant().minus(Intake.RESULTS_ARE_KEPT));
    LOG.warnf(
        "The results of run %s %s: %s",
        id, over ? "are given up" : "have to wait", failure.getMessage());
    if (!over) {
      return runs.later(id, pause(run.attempts()));
    }
    parked.increment();
    return runs.park(id, String.valueOf(failure.getMessage()));
  }

  static Duration pause(int attempts) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
