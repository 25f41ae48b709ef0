package dev.liveartifacts.connector.work;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many through at a time, and so many wait. People take turns: however much one of them
 * asks for, another one's first wish comes after at most one more of it, and where the queue is
 * full, whoever waits with most makes room. Thread-safe.
 */
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
  private final int each;
  private final Waiting<Pass<?>> waiting;
  private final Tally inside = new Tally();

  public Turnstile(int atATime, int queue) {
    this(atATime, atATime, queue);
  }

  /**
   * @param each the most that one person has inside at a time
   */
  public Turnstile(int atATime, int each, int queue) {
    this.atATime = atATime;
    this.each = each;
    this.waiting = new Waiting<>(queue);
  }

  /** Does the work when its turn comes; fails with {@link Full} if there is no room to wait. */
  public <T> Uni<T> pass(Supplier<Uni<T>> work) {
    return pass("", work);
  }

  /**
   * @param whose the person for whom the work is
   */
  public <T> Uni<T> pass(String whose, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Pass<T> pass = new Pass<>(whose, emitter, work);
          switch (turn(pass)) {
            case NOW -> pass.begin();
            case LATER -> emitter.onTermination(pass::end);
            case NEVER -> emitter.fail(new Full());
          }
        });
  }

  private Turn turn(Pass<?> pass) {
    Pass<?> displaced;
    synchronized (this) {
      if (inside.sum() < atATime && inside.of(pass.whose) < each) {
        inside.add(pass.whose);
        return Turn.NOW;
      }
      displaced = waiting.roomFor(pass.whose);
      if (!waiting.add(pass.whose, pass)) {
        return Turn.NEVER;
      }
    }
    if (displaced != null) {
      displaced.turnAway();
    }
    return Turn.LATER;
  }

  private synchronized boolean giveUp(Pass<?> pass) {
    return waiting.remove(pass.whose, pass);
  }

  /** Hands the turn on, or gives it back. */
  private synchronized @Nullable Pass<?> leave(Pass<?> pass) {
    inside.subtract(pass.whose);
    Pass<?> next = waiting.next(whose -> inside.of(whose) < each);
    if (next != null) {
      inside.add(next.whose);
    }
    return next;
  }

  private final class Pass<T> {
    private final String whose;
    private final UniEmitter<? super T> emitter;
    private final Supplier<Uni<T>> work;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean displaced;
    private volatile Cancellable running = () -> {};

    Pass(String whose, UniEmitter<? super T> emitter, Supplier<Uni<T>> work) {
      this.whose = whose;
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

    void turnAway() {
      displaced = true;
      emitter.fail(new Full());
    }

    /** Once, when the work is done or nobody waits for it any more. */
    void end() {
      if (ended.compareAndSet(false, true) && !displaced && !giveUp(this)) {
        running.cancel();
        Pass<?> next = leave(this);
        if (next != null) {
          next.begin();
        }
      }
    }
  }
}
