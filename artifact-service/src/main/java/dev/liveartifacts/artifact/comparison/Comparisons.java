package dev.liveartifacts.artifact.comparison;

import dev.liveartifacts.artifact.packing.Gzip;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.result.ResultRows;
import dev.liveartifacts.artifact.snapshot.ContentStore;
import dev.liveartifacts.artifact.snapshot.Recollection;
import dev.liveartifacts.artifact.snapshot.Recollection.Asked;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Compares snapshots, one source after the other, on a thread of its own: two large results take a
 * while, and room. When too many want to know at once, some are told to try again.
 */
@Singleton
class Comparisons {
  private static final int MOST_AT_ONCE = 32;

  private final ContentStore contents;
  private final RowKeyStore keys;
  private final WorkerExecutor thread;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  Comparisons(ContentStore contents, RowKeyStore keys, Vertx vertx) {
    this.contents = contents;
    this.keys = keys;
    this.thread = vertx.createSharedWorkerExecutor("comparison", 1);
  }

  /** What both have, as far as a person sees both. */
  Uni<Changes> between(Snapshot from, Snapshot to) {
    if (!places.tryAcquire()) {
      throw Problems.unavailable("Too much is being compared right now. Try again in a moment.");
    }
    return keys.list(to.artifactId())
        .flatMap(chosen -> sources(from, to, chosen))
        .map(sources -> new Changes(Changes.Mark.of(from), Changes.Mark.of(to), sources))
        .onTermination()
        .invoke(() -> places.release());
  }

  private Uni<List<SourceChange>> sources(
      Snapshot from, Snapshot to, Map<RowKeyStore.Of, List<String>> keys) {
    return Multi.createFrom()
        .iterable(to.calls())
        .filter(SnapshotCall::good)
        .onItem()
        .transformToUniAndConcatenate(is -> source(from, is, keys.get(of(is))))
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(Optional::stream).toList());
  }

  private Uni<Optional<SourceChange>> source(
      Snapshot from, SnapshotCall is, @Nullable List<String> key) {
    return Recollection.good(from, Asked.as(is))
        .map(was -> source(was, is, key).map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<SourceChange> source(SnapshotCall was, SnapshotCall is, @Nullable List<String> key) {
    return Objects.equals(was.content(), is.content())
        ? Uni.createFrom().item(SourceChange.none(is, key))
        : Uni.combine()
            .all()
            .unis(compressed(was), compressed(is))
            .asTuple()
            .flatMap(both -> compared(is, key, both.getItem1(), both.getItem2()));
  }

  private Uni<Buffer> compressed(SnapshotCall call) {
    return contents.compressed(Objects.requireNonNull(call.content()));
  }

  private Uni<SourceChange> compared(
      SnapshotCall call, @Nullable List<String> key, Buffer was, Buffer is) {
    return Uni.createFrom()
        .completionStage(() ->
            thread
                .executeBlocking(() -> SourceChange.of(call, key, rows(was), rows(is)), false)
                .toCompletionStage());
  }

  private static ResultRows rows(Buffer gzip) {
    return ResultRows.of(Gzip.unpack(gzip));
  }

  private static RowKeyStore.Of of(SnapshotCall call) {
    return new RowKeyStore.Of(call.connectorId(), call.tool());
  }

  @PreDestroy
  void close() {
    thread.close();
  }
}
