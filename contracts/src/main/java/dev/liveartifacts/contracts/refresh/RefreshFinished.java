package dev.liveartifacts.contracts.refresh;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Tells how a run ended, without its data: results stay in the cache of connector-service under the
 * keys of {@code calls}.
 *
 * <p>Delivered at least once; {@code runId} tells a repeat.
 */
public record RefreshFinished(
    UUID runId,
    UUID scheduleId,
    UUID artifactId,
    RunOutcome outcome,
    List<CallReport> calls,
    Instant finishedAt) {
  public RefreshFinished {
    calls = List.copyOf(calls);
  }
}
