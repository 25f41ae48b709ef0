package dev.liveartifacts.connector.work;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Work in progress, joined by whoever asks for the same meanwhile. Somebody who stops waiting does
 * not end it for the others. Thread-safe.
 */
public final class InFlight<K, V> {
  private final ConcurrentMap<K, Flight<V>> flights = new ConcurrentHashMap<>();

  /** Goes on to its end, even when nobody waits any more. */
  public Uni<V> join(K key, Supplier<Uni<V>> work) {
    return joined(key, work, false);
  }

  /** Is cancelled when the last of those who waited has gone. */
  public Uni<V> joinWhileWanted(K key, Supplier<Uni<V>> work) {
    return joined(key, work, true);
  }

  private Uni<V> joined(K key, Supplier<Uni<V>> work, boolean whileWanted) {
    return CallerContext.keep(
        Uni.createFrom()
            .emitter(emitter -> {
              Flight<V> flight = boarded(key, work);
              if (whileWanted) {
                emitter.onTermination(() -> leave(key, flight));
              }
              flight.tell(emitter);
            }));
  }

  private Flight<V> boarded(K key, Supplier<Uni<V>> work) {
    while (true) {
      Flight<V> mine = new Flight<>();
      Flight<V> other = flights.putIfAbsent(key, mine);
      if (other == null) {
        mine.board();
        mine.landing.whenComplete((value, failure) -> flights.remove(key, mine));
        mine.begin(work);
        return mine;
      }
      if (other.board()) {
        return other;
      }
      flights.remove(key, other);
    }
  }

  private void leave(K key, Flight<V> flight) {
    if (flight.leave()) {
      flights.remove(key, flight);
      flight.running.cancel();
    }
  }

  private static final class Flight<V> {
    final CompletableFuture<V> landing = new CompletableFuture<>();
    volatile Cancellable running = () -> {};
    private int aboard;
    private boolean abandoned;

    /** False if everybody has left it. */
    synchronized boolean board() {
      if (!abandoned) {
        aboard++;
      }
      return !abandoned;
    }

    /** True if that was the last one, before it landed. */
    synchronized boolean leave() {
      aboard--;
      abandoned |= aboard == 0 && !landing.isDone();
      return abandoned;
    }

    void begin(Supplier<Uni<V>> work) {
      running =
          Uni.createFrom()
              .deferred(work::get)
              .subscribe()
              .with(landing::complete, landing::completeExceptionally);
    }

    void tell(UniEmitter<? super V> emitter) {
      landing.whenComplete((value, failure) -> {
        if (failure == null) {
          emitter.complete(value);
        } else {
          emitter.fail(failure);
        }
      });
    }
  }
}
