package dev.liveartifacts.contracts.refresh;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a run ended, without its data: connector-service keeps the results until they are taken
 * ({@link RunResult}).
 *
 * <p>Delivered at least once; {@code runId} tells a repeat.
 *
 * @param calls what this run called; a retry calls only what failed before
 * @param retryOf the run whose failed calls were made again; null if all calls were made
 * @param reason why nothing was called, in a sentence for a person; null if calls were made
 */
public record RefreshFinished(
    UUID runId,
    UUID scheduleId,
    UUID artifactId,
    RunOutcome outcome,
    List<CallReport> calls,
    Instant finishedAt,
    @Nullable UUID retryOf,
    @Nullable String reason) {
  public RefreshFinished {
    calls = List.copyOf(calls);
  }
}
