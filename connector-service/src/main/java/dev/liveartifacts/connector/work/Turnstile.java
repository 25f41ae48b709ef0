package dev.liveartifacts.connector.work;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets so many through at a time, and so many wait, first come first served. Thread-safe. */
public final class Turnstile {
  /** The queue is full. */
  public static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full() {
      super("The queue is full", null, false, false);
    }
  }

  private enum Turn {
    NOW,
    LATER,
    NEVER
  }

  private final int atATime;
  private final int queue;
  private final Deque<Pass<?>> waiting = new ArrayDeque<>();
  private int inside;

  public Turnstile(int atATime, int queue) {
    this.atATime = atATime;
    this.queue = queue;
  }

  /** Does the work when its turn comes; fails with {@link Full} if there is no room to wait. */
  public <T> Uni<T> pass(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Pass<T> pass = new Pass<>(emitter, work);
          switch (turn(pass)) {
            case NOW -> pass.begin();
            case LATER -> emitter.onTermination(pass::end);
            case NEVER -> emitter.fail(new Full());
          }
        });
  }

  private synchronized Turn turn(Pass<?> pass) {
    if (inside < atATime) {
      inside++;
      return Turn.NOW;
    }
    if (waiting.size() >= queue) {
      return Turn.NEVER;
    }
    waiting.add(pass);
    return Turn.LATER;
  }

  private synchronized boolean giveUp(Pass<?> pass) {
    return waiting.remove(pass);
  }

  /** Hands the turn on, or gives it back. */
  private synchronized @Nullable Pass<?> leave() {
    Pass<?> next = waiting.poll();
    if (next == null) {
      inside--;
    }
    return next;
  }

  private final class Pass<T> {
    private final UniEmitter<? super T> emitter;
    private final Supplier<Uni<T>> work;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Cancellable running = () -> {};

    Pass(UniEmitter<? super T> emitter, Supplier<Uni<T>> work) {
      this.emitter = emitter;
      this.work = work;
    }

    void begin() {
      emitter.onTermination(this::end);
      if (!ended.get()) {
        running =
            Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail);
      }
      if (ended.get()) {
        running.cancel();
      }
    }

    /** Once, when the work is done or nobody waits for it any more. */
    void end() {
      if (ended.compareAndSet(false, true) && !giveUp(this)) {
        running.cancel();
        Pass<?> next = leave();
        if (next != null) {
          next.begin();
        }
      }
    }
  }
}
