package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.result.ResultRows;
import dev.liveartifacts.artifact.snapshot.ContentStore;
import dev.liveartifacts.artifact.snapshot.Recollection;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds in a snapshot what a condition is about, and reads it off the event loop. */
@Singleton
class Readings {
  private final ContentStore contents;
  private final Vertx vertx;

  Readings(ContentStore contents, Vertx vertx) {
    this.contents = contents;
    this.vertx = vertx;
  }

  /**
   * What the snapshot says.
   *
   * @param visible with the calls alone that the alert's person may see
   */
  Uni<Reading> read(Condition condition, Snapshot visible) {
    List<SnapshotCall> calls =
        visible.calls().stream().filter(call -> isSource(condition, call)).toList();
    return switch (condition.measure()) {
      case Measure.Connection connection -> now(condition, visible, connection(calls));
      case Measure.Shape shape ->
          now(
              condition,
              visible,
              chosen(condition, visible).map(Readings::structure).orElseGet(() -> missing(calls)));
      case Measure.Aggregate aggregate ->
          chosen(condition, visible)
              .map(call -> rows(condition, visible.takenAt(), call))
              .orElseGet(() -> now(condition, visible, missing(calls)));
    };
  }

  /** The call that a condition is about, if it answered. */
  private static Optional<SnapshotCall> chosen(Condition condition, Snapshot visible) {
    String tool = Objects.requireNonNull(condition.tool());
    return condition.arguments() == null
        ? visible.calls().stream()
            .filter(call -> isSource(condition, call) && call.good())
            .findFirst()
        : Recollection.good(
            visible, new Recollection.Asked(condition.connectorId(), tool, condition.arguments()));
  }

  private static boolean isSource(Condition condition, SnapshotCall call) {
    return call.connectorId().equals(condition.connectorId())
        && (condition.tool() == null || condition.tool().equals(call.tool()));
  }

  private static Uni<Reading> now(Condition condition, Snapshot visible, Sample sample) {
    return Uni.createFrom().item(Gauge.read(condition.measure(), sample, visible.takenAt()));
  }

  private Uni<Reading> rows(Condition condition, Instant takenAt, SnapshotCall call) {
    return contents
        .read(Objects.requireNonNull(call.content()))
        .flatMap(bytes ->
            Uni.createFrom()
                .completionStage(() ->
                    vertx
                        .executeBlocking(() -> measured(condition, takenAt, call, bytes), false)
                        .toCompletionStage()));
  }

  private static Reading measured(
      Condition condition, Instant takenAt, SnapshotCall call, byte[] result) {
    return Gauge.read(
        condition.measure(),
        new Sample.Answered(call.shapeHash(), ResultRows.of(result).rows()),
        takenAt);
  }

  private static Sample structure(SnapshotCall call) {
    return new Sample.Answered(call.shapeHash(), List.of());
  }

  /** One call that fails is enough: a source is reached when it answers everything. */
  private static Sample connection(List<SnapshotCall> calls) {
    return calls.isEmpty() || calls.stream().anyMatch(call -> !call.good())
        ? missing(calls)
        : new Sample.Answered(null, List.of());
  }

  private static Sample missing(List<SnapshotCall> calls) {
    return calls.stream()
        .map(SnapshotCall::error)
        .filter(Objects::nonNull)
        .findFirst()
        .<Sample>map(error -> new Sample.Failed(error.message()))
        .orElseGet(Sample.None::new);
  }
}
