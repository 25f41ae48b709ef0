package dev.liveartifacts.artifact.intake;

import dev.liveartifacts.artifact.snapshot.Content;
import dev.liveartifacts.artifact.snapshot.ContentStore;
import dev.liveartifacts.artifact.snapshot.RetentionStore;
import dev.liveartifacts.artifact.snapshot.RunRecord;
import dev.liveartifacts.artifact.snapshot.SnapshotStored;
import dev.liveartifacts.artifact.snapshot.SnapshotWriteStore;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RunResult;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes a snapshot of a run: its results one after the other, those that are here already left out,
 * then the snapshot in one piece. What stops in the middle goes on where it was.
 */
@Singleton
class Intake {
  /** How long connector-service keeps the results of a run. */
  static final Duration RESULTS_ARE_KEPT = Duration.ofHours(24);

  private static final Logger LOG = Logger.getLogger(Intake.class);

  private final ResultsClient results;
  private final ContentStore contents;
  private final SnapshotWriteStore snapshots;
  private final RetentionStore retention;
  private final FinishedRunStore runs;
  private final Event<SnapshotStored> stored;
  private final WorkerExecutor thread;

  Intake(
      ResultsClient results,
      ContentStore contents,
      SnapshotWriteStore snapshots,
      RetentionStore retention,
      FinishedRunStore runs,
      Event<SnapshotStored> stored,
      Vertx vertx) {
    this.results = results;
    this.contents = contents;
    this.snapshots = snapshots;
    this.retention = retention;
    this.runs = runs;
    this.stored = stored;
    this.thread = vertx.createSharedWorkerExecutor("intake", 1);
  }

  /** Fails if it has to be tried again; with {@link ResultsGoneException} if that is in vain. */
  Uni<Void> take(RefreshFinished run) {
    return listed(run)
        .call(found -> fetch(run.runId(), found))
        .flatMap(found -> snapshots.keep(record(run, found)))
        .invoke(kept -> tell(run.artifactId(), kept))
        .call(() -> retention.tooMany(run.artifactId()))
        .call(() -> runs.done(run.runId()))
        .flatMap(kept -> acknowledge(run));
  }

  private Uni<List<RunResult>> listed(RefreshFinished run) {
    return run.calls().stream().anyMatch(Intake::isGood)
        ? results.list(run.runId()).invoke(found -> check(run, found))
        : Uni.createFrom().item(List.of());
  }

  /** A snapshot has all that the run says it has, or there is none. */
  private static void check(RefreshFinished run, List<RunResult> found) {
    List<Integer> here = found.stream().map(RunResult::position).toList();
    if (!run.calls().stream()
        .filter(Intake::isGood)
        .allMatch(call -> here.contains(call.position()))) {
      throw new ResultsGoneException();
    }
  }

  private static boolean isGood(CallReport call) {
    return call.contentHash() != null;
  }

  private Uni<Void> fetch(UUID runId, List<RunResult> found) {
    return contents
        .known(found.stream().map(RunResult::contentHash).distinct().toList())
        .onItem()
        .transformToMulti(known -> Multi.createFrom().iterable(missing(found, known)))
        .onItem()
        .transformToUniAndConcatenate(result -> fetch(runId, result))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static List<RunResult> missing(List<RunResult> found, Set<String> known) {
    return found.stream().filter(result -> !known.contains(result.contentHash())).toList();
  }

  private Uni<Void> fetch(UUID runId, RunResult result) {
    return results
        .bytes(runId, result.position())
        .flatMap(this::compressed)
        .invoke(content -> check(content, result))
        .flatMap(contents::keep);
  }

  /** One at a time: reading a large one takes room. */
  private Uni<Content> compressed(Buffer bytes) {
    return Uni.createFrom()
        .completionStage(() ->
            thread.executeBlocking(() -> Content.of(bytes.getBytes()), false).toCompletionStage());
  }

  private static void check(Content content, RunResult result) {
    if (!content.sha256().equals(result.contentHash())) {
      throw new IllegalStateException("A result is not what its hash says");
    }
  }

  private static RunRecord record(RefreshFinished run, List<RunResult> found) {
    return new RunRecord(
        run.artifactId(),
        run.runId(),
        run.retryOf(),
        run.finishedAt(),
        run.calls().stream().map(call -> IntakeCall.of(call, found)).toList());
  }

  private void tell(UUID artifactId, Optional<UUID> kept) {
    kept.ifPresent(id -> stored.fire(new SnapshotStored(artifactId, id)));
  }

  @PreDestroy
  void close() {
    thread.close();
  }

  /** Left alone, they go by themselves after a day. */
  private Uni<Void> acknowledge(RefreshFinished run) {
    return results
        .taken(run.runId())
        .onFailure()
        .invoke(failure -> LOG.debugf("Results were not acknowledged: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }
}
