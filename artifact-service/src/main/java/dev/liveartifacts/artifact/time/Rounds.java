package dev.liveartifacts.artifact.time;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that a replica does again and again: by the clock, and at once when somebody says that there
 * is something to do. What is said while all hands are at work makes one more round. A round that
 * fails is told in the log and ends nothing. Thread-safe.
 */
public final class Rounds {
  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final BroadcastProcessor<Long> wakes = BroadcastProcessor.create();
  private volatile Cancellable running = () -> {};

  /**
   * Begins, once.
   *
   * @param atOnce the most rounds at a time
   * @param trouble what a failed round means, for the log: "Alerts have to wait"
   */
  public void start(Duration every, int atOnce, String trouble, Supplier<Uni<Void>> round) {
    Multi<Long> ticks = Multi.createFrom().ticks().every(every).onOverflow().drop();
    running =
        Multi.createBy()
            .merging()
            .streams(ticks, wakes.onOverflow().drop())
            .onOverflow()
            .dropPreviousItems()
            .onItem()
            .transformToUni(tick -> careful(trouble, round))
            .merge(atOnce)
            .subscribe()
            .with(done -> {}, failure -> LOG.errorf(failure, "No more rounds: %s", trouble));
  }

  /** There is something to do. */
  public void wake() {
    wakes.onNext(0L);
  }

  public void stop() {
    running.cancel();
  }

  private static Uni<Void> careful(String trouble, Supplier<Uni<Void>> round) {
    return Uni.createFrom()
        .deferred(round::get)
        .onFailure()
        .invoke(failure -> LOG.warnf("%s: %s", trouble, failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }
}
