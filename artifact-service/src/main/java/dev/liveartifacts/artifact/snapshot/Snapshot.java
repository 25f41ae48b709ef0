package dev.liveartifacts.artifact.snapshot;

import dev.liveartifacts.artifact.access.Sight;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The results of a run, kept.
 *
 * @param ownerId whose connections answered
 * @param version of the page that was current then
 * @param outcome {@code finished}, {@code partly} or {@code failed}
 * @param takenAt when the run ended
 */
public record Snapshot(
    UUID id,
    UUID artifactId,
    UUID runId,
    UUID ownerId,
    int version,
    String outcome,
    Instant takenAt,
    List<SnapshotCall> calls) {
  public Snapshot {
    calls = List.copyOf(calls);
  }

  /** The same with the calls alone that this person may see. */
  public Snapshot seenBy(UUID personId) {
    return new Snapshot(
        id,
        artifactId,
        runId,
        ownerId,
        version,
        outcome,
        takenAt,
        calls.stream()
            .filter(call -> Sight.covers(personId, ownerId, call.shared(), call.shown()))
            .toList());
  }
}
