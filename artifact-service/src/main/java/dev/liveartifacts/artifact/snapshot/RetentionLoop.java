package dev.liveartifacts.artifact.snapshot;

import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;

/** Drops what is too old, and then the results that no snapshot has any more; on every replica. */
@ApplicationScoped
class RetentionLoop {
  private static final int BATCH = 200;

  private final RetentionStore snapshots;
  private final ContentStore contents;
  private final SnapshotConfig config;
  private final Rounds rounds = new Rounds();

  RetentionLoop(RetentionStore snapshots, ContentStore contents, SnapshotConfig config) {
    this.snapshots = snapshots;
    this.contents = contents;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    rounds.start(config.cleanEvery(), 1, "Old snapshots stay for now", this::clean);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  /** Batch by batch until nothing is left to drop; what fails is tried again the next time. */
  Uni<Void> clean() {
    return whileFull(() -> snapshots.tooOld(BATCH))
        .flatMap(dropped -> whileFull(() -> contents.forget(BATCH)));
  }

  private static Uni<Void> whileFull(Supplier<Uni<? extends Integer>> batch) {
    return Uni.createFrom()
        .deferred(batch)
        .repeat()
        .whilst(dropped -> dropped == BATCH)
        .collect()
        .last()
        .replaceWithVoid();
  }
}
