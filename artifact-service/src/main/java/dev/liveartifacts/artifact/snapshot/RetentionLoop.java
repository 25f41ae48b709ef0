package dev.liveartifacts.artifact.snapshot;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Drops what is too old, and then the results that no snapshot has any more; on every replica. */
@ApplicationScoped
class RetentionLoop {
  private static final Logger LOG = Logger.getLogger(RetentionLoop.class);
  private static final int BATCH = 200;

  private final RetentionStore snapshots;
  private final ContentStore contents;
  private final SnapshotConfig config;
  private Cancellable loop = () -> {};

  RetentionLoop(RetentionStore snapshots, ContentStore contents, SnapshotConfig config) {
    this.snapshots = snapshots;
    this.contents = contents;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    loop =
        Multi.createFrom()
            .ticks()
            .every(config.cleanEvery())
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> clean())
            .subscribe()
            .with(cleaned -> {});
  }

  void stop(@Observes ShutdownEvent event) {
    loop.cancel();
  }

  /** Batch by batch until nothing is left to drop; what fails is tried again the next time. */
  Uni<Void> clean() {
    return whileFull(() -> snapshots.tooOld(BATCH))
        .flatMap(dropped -> whileFull(() -> contents.forget(BATCH)))
        .onFailure()
        .invoke(failure -> LOG.warnf("Old snapshots stay for now: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
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
