package dev.liveartifacts.artifact.analysis;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * People in a line in front of a few counters: some are served at once, some wait, the rest is
 * turned away. Who leaves frees the place. Thread-safe.
 */
final class Line {
  private final int counters;
  private final int longest;
  private final Deque<Turn<?>> waiting = new ArrayDeque<>();
  private int served;

  Line(int counters, int longest) {
    this.counters = counters;
    this.longest = longest;
  }

  /**
   * Does the work when its turn comes; fails with {@link LineFullException} if the line is full.
   */
  <T> Uni<T> stand(Supplier<Uni<? extends T>> work) {
    return Uni.createFrom().emitter(emitter -> enter(new Turn<>(this, work, emitter)));
  }

  private void enter(Turn<?> turn) {
    switch (place(turn)) {
      case COUNTER -> turn.start();
      case WAITING -> {}
      case NONE -> turn.turnAway();
    }
  }

  private synchronized Place place(Turn<?> turn) {
    if (served < counters) {
      served++;
      return Place.COUNTER;
    }
    if (waiting.size() >= longest) {
      return Place.NONE;
    }
    waiting.add(turn);
    return Place.WAITING;
  }

  private void done() {
    Turn<?> next = next();
    if (next != null) {
      next.start();
    }
  }

  private synchronized @Nullable Turn<?> next() {
    Turn<?> next = waiting.poll();
    if (next == null) {
      served--;
    }
    return next;
  }

  private synchronized void leave(Turn<?> turn) {
    waiting.remove(turn);
  }

  private enum Place {
    COUNTER,
    WAITING,
    NONE
  }

  /** One piece of work and whoever waits for it. */
  private static final class Turn<T> {
    private final Line line;
    private final Supplier<Uni<? extends T>> work;
    private final UniEmitter<? super T> emitter;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Cancellable running;

    Turn(Line line, Supplier<Uni<? extends T>> work, UniEmitter<? super T> emitter) {
      this.line = line;
      this.work = work;
      this.emitter = emitter;
      emitter.onTermination(this::stop);
    }

    void start() {
      if (over.get()) {
        line.done();
        return;
      }
      Cancellable started =
          Uni.createFrom()
              .deferred(work)
              .onTermination()
              .invoke(line::done)
              .subscribe()
              .with(emitter::complete, emitter::fail);
      running = started;
      if (over.get()) {
        started.cancel();
      }
    }

    void turnAway() {
      emitter.fail(new LineFullException());
    }

    /** Whoever waited has the answer, or does not want it any more. */
    private void stop() {
      over.set(true);
      Cancellable started = running;
      if (started != null) {
        started.cancel();
      } else {
        line.leave(this);
      }
    }
  }
}
