package dev.liveartifacts.connector.replica;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Gives answers that are all waited for equally long: a clock that ticks now and then looks at
 * those that wait longest, which costs each of them less than a timer of its own. Thread-safe.
 */
final class Patience {
  private static final int TICKS = 10;

  private final long nanos;
  private final long tick;
  private volatile long lastTick = System.nanoTime();
  private final Queue<Wait<?>> waiting = new ConcurrentLinkedQueue<>();

  Patience(Vertx vertx, Duration patience) {
    this.nanos = patience.toNanos();
    this.tick = patience.toNanos() / TICKS;
    vertx.setPeriodic(Math.max(1, patience.toMillis() / TICKS), again -> tick());
  }

  /** The answer, or a {@link TimeoutException}. */
  <T> Uni<T> await(Supplier<Future<T>> answer) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Wait<T> wait = new Wait<>(emitter, System.nanoTime() + nanos, new AtomicBoolean());
          waiting.add(wait);
          answer.get().onComplete(wait::complete, wait::fail);
        });
  }

  /** A clock that is late itself says that this process was slow, and the answers may be there. */
  private void tick() {
    long now = System.nanoTime();
    boolean late = now - lastTick > 3 * tick;
    lastTick = now;
    if (!late) {
      giveUp(now);
    }
  }

  private void giveUp(long now) {
    for (Wait<?> first = waiting.peek(); first != null; first = waiting.peek()) {
      if (!first.ended().get() && first.until() - now > 0) {
        return;
      }
      waiting.poll();
      first.fail(new TimeoutException("No answer in time"));
    }
  }

  private record Wait<T>(UniEmitter<? super T> emitter, long until, AtomicBoolean ended) {
    void complete(T answer) {
      if (ended.compareAndSet(false, true)) {
        emitter.complete(answer);
      }
    }

    void fail(Throwable failure) {
      if (ended.compareAndSet(false, true)) {
        emitter.fail(failure);
      }
    }
  }
}
