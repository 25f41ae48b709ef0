package dev.liveartifacts.artifact.snapshot;

import dev.liveartifacts.artifact.access.Sight;
import dev.liveartifacts.artifact.schedule.ToolId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

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
    return with(call -> Sight.covers(personId, ownerId, call.shared(), call.shown()));
  }

  /** True if there is something in it for this person: of one's own, be it nothing. */
  boolean isFor(UUID personId) {
    return ownerId.equals(personId) || !calls.isEmpty();
  }

  /** The same without the calls of these tools. */
  Snapshot without(Set<ToolId> tools) {
    return with(call -> !tools.contains(call.toolId()));
  }

  private Snapshot with(Predicate<SnapshotCall> wanted) {
    return new Snapshot(
        id,
        artifactId,
        runId,
        ownerId,
        version,
        outcome,
        takenAt,
        calls.stream().filter(wanted).toList());
  }
}
