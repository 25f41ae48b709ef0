package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes down what runs called while nobody was there: by tool, with counts, never contents. */
@Singleton
public class RunLog {
  /** A clock may be ahead of ours by less than this. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final RunLineStore store;
  private final MonthStore months;
  private final AuditConfig config;
  private final Clock clock;

  RunLog(RunLineStore store, MonthStore months, AuditConfig config, Clock clock) {
    this.store = store;
    this.months = months;
    this.config = config;
    this.clock = clock;
  }

  /** Once, however often it is told. What is older than the log is left out. */
  public Uni<Void> write(RefreshFinished run) {
    Instant now = clock.instant();
    Instant at = run.finishedAt().isAfter(now.plus(AHEAD)) ? now : run.finishedAt();
    return at.isBefore(now.minus(config.keepFor()))
        ? Uni.createFrom().voidItem()
        : store
            .append(at.truncatedTo(ChronoUnit.MICROS), run.artifactId(), RunLine.of(run))
            .onFailure()
            // nobody may have made its month ready; whoever tells it tries again
            .call(() -> months.makeReady(at));
  }
}
