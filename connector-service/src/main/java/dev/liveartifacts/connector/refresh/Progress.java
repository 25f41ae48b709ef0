package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls of a run that have ended. Thread-safe. */
final class Progress {
  private final RefreshRequested run;
  private final AtomicInteger done;
  private final int total;

  /**
   * @param done how many had ended before an interruption
   */
  Progress(RefreshRequested run, int done, int total) {
    this.run = run;
    this.done = new AtomicInteger(done);
    this.total = total;
  }

  RefreshProgress after(CallReport call, Instant now) {
    return new RefreshProgress(
        run.runId(), run.scheduleId(), run.artifactId(), done.incrementAndGet(), total, call, now);
  }
}
