package dev.liveartifacts.artifact.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run brought, to be kept as a snapshot.
 *
 * @param retryOf the run whose failed calls alone were made again
 * @param takenAt when the run ended
 * @param calls at least one
 */
public record RunRecord(
    UUID artifactId,
    UUID runId,
    @Nullable UUID retryOf,
    Instant takenAt,
    List<SnapshotCall> calls) {
  public RunRecord {
    calls = List.copyOf(calls);
  }
}
