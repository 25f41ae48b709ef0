package dev.liveartifacts.artifact.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what was answered to a call before, as far as a person may see it.
 *
 * <p>Arguments are compared exactly first, else but for those that depend on the day: "since the
 * first of this month" asked on Monday is the same question today.
 */
@Singleton
public class Recollection {
  /** How far back the last good answer may be, in snapshots that have one of this tool. */
  private static final int DEPTH = 20;

  private final SnapshotStore snapshots;
  private final ContentStore contents;

  Recollection(SnapshotStore snapshots, ContentStore contents) {
    this.snapshots = snapshots;
    this.contents = contents;
  }

  /** What one snapshot holds. */
  public Uni<Recalled> asOf(UUID artifactId, UUID snapshotId, UUID personId, Asked asked) {
    return snapshots
        .seen(artifactId, snapshotId, personId)
        .flatMap(found ->
            found
                .map(snapshot -> answer(snapshot, asked))
                .orElseGet(() -> Uni.createFrom().item(new Recalled.NoSnapshot())));
  }

  /** The newest good answer; empty if there is none that this person may see. */
  public Uni<Optional<Recalled.Found>> lastGood(UUID artifactId, UUID personId, Asked asked) {
    return snapshots
        .withAnswer(artifactId, personId, asked.connectorId(), asked.tool(), DEPTH)
        .map(all -> all.stream().map(one -> good(one, asked)).flatMap(Optional::stream))
        .flatMap(calls -> first(calls.findFirst()));
  }

  private Uni<Optional<Recalled.Found>> first(Optional<SnapshotCall> call) {
    return call.map(found -> read(found).map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Recalled> answer(Snapshot snapshot, Asked asked) {
    return call(snapshot, asked)
        .map(call ->
            call.good()
                ? read(call).<Recalled>map(found -> found)
                : Uni.createFrom().<Recalled>item(new Recalled.FailedThen(snapshot, call)))
        .orElseGet(() -> Uni.createFrom().item(new Recalled.NotAsked(snapshot)));
  }

  /** Of a call that failed nobody knows the arguments: its tool has to do. */
  private static Optional<SnapshotCall> call(Snapshot snapshot, Asked asked) {
    return good(snapshot, asked)
        .or(() -> of(snapshot, asked).filter(call -> !call.good()).findFirst());
  }

  /** The good answer that a snapshot holds to this. */
  public static Optional<SnapshotCall> good(Snapshot snapshot, Asked asked) {
    ObjectNode wanted = asked.arguments();
    return find(snapshot, asked, call -> Arguments.same(call.readArguments(), wanted))
        .or(() ->
            find(
                snapshot,
                asked,
                call -> Arguments.sameBut(call.relative(), call.readArguments(), wanted)));
  }

  private static Optional<SnapshotCall> find(
      Snapshot snapshot, Asked asked, Predicate<SnapshotCall> same) {
    return of(snapshot, asked).filter(SnapshotCall::good).filter(same).findFirst();
  }

  private static Stream<SnapshotCall> of(Snapshot snapshot, Asked asked) {
    return snapshot.calls().stream().filter(call -> call.asks(asked.connectorId(), asked.tool()));
  }

  private Uni<Recalled.Found> read(SnapshotCall call) {
    return contents
        .read(Objects.requireNonNull(call.content()))
        .map(result -> new Recalled.Found(call, result));
  }

  /** A call as a page makes it. */
  public record Asked(UUID connectorId, String tool, ObjectNode arguments) {
    /** The same that a call of a snapshot asked. */
    public static Asked as(SnapshotCall call) {
      return new Asked(call.connectorId(), call.tool(), call.readArguments());
    }
  }
}
