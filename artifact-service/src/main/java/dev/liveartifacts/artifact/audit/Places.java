package dev.liveartifacts.artifact.audit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** So many places and no more; who finds none waits for one, up to a deadline. Thread-safe. */
final class Places {
  private final int all;
  private final Duration deadline;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger queued = new AtomicInteger();
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  Places(int all, Duration deadline) {
    this.all = all;
    this.deadline = deadline;
  }

  int taken() {
    return taken.get();
  }

  boolean tryTake() {
    return taken.getAndUpdate(now -> Math.min(now + 1, all)) < all;
  }

  /** False if none got free in time, or as many wait already as there are places. */
  Uni<Boolean> take() {
    return tryTake() ? Uni.createFrom().item(true) : Uni.createFrom().<Boolean>emitter(this::queue);
  }

  void giveBack(int places) {
    taken.addAndGet(-places);
    serve();
  }

  private void queue(UniEmitter<? super Boolean> emitter) {
    if (queued.incrementAndGet() > all) {
      queued.decrementAndGet();
      emitter.complete(false);
      return;
    }
    Waiting one = new Waiting(emitter, new AtomicBoolean());
    waiting.add(one);
    Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(deadline)
        .subscribe()
        .with(late -> giveUp(one));
    // one may have got free in between
    serve();
  }

  /** The one who waits longest is served first. */
  private void serve() {
    while (!waiting.isEmpty() && tryTake()) {
      Waiting next = waiting.poll();
      if (next == null || !end(next, true)) {
        taken.decrementAndGet();
      }
    }
  }

  private void giveUp(Waiting one) {
    if (waiting.remove(one)) {
      end(one, false);
    }
  }

  /** Says whether it was still waiting: nobody gets two answers. */
  private boolean end(Waiting one, boolean place) {
    boolean waited = one.ended().compareAndSet(false, true);
    if (waited) {
      queued.decrementAndGet();
      one.emitter().complete(place);
    }
    return waited;
  }

  private record Waiting(UniEmitter<? super Boolean> emitter, AtomicBoolean ended) {}
}
