package dev.liveartifacts.connector.refresh;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets go of results that nobody took, now and then. */
@Startup
@ApplicationScoped
public class RunResultsLoop {
  private static final Logger LOG = Logger.getLogger(RunResultsLoop.class);

  private final RunResultStore results;
  private final Cancellable loop;

  public RunResultsLoop(RunResultStore results, RefreshConfig config) {
    this.results = results;
    this.loop =
        Multi.createFrom()
            .ticks()
            .every(config.forgetEvery())
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> forget())
            .subscribe()
            .with(done -> {});
  }

  private Uni<Void> forget() {
    return results
        .forgetOld()
        .invoke(count -> {
          if (count > 0) {
            LOG.warnf("The results of %d calls were let go: nobody took them in time", count);
          }
        })
        .onFailure()
        .recoverWithItem(failure -> {
          LOG.warnf("Old results are still kept: %s", failure.getMessage());
          return 0;
        })
        .replaceWithVoid();
  }

  @PreDestroy
  void end() {
    loop.cancel();
  }
}
