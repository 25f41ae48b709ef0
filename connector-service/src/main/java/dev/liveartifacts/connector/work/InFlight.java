package dev.liveartifacts.connector.work;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Work in progress, joined by whoever asks for the same meanwhile. Somebody who stops waiting does
 * not end it for the others. Thread-safe.
 */
public final class InFlight<K, V> {
  private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  public Uni<V> join(K key, Supplier<Uni<V>> work) {
    return CallerContext.keep(Uni.createFrom().completionStage(() -> flight(key, work).copy()));
  }

  private CompletableFuture<V> flight(K key, Supplier<Uni<V>> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = flights.putIfAbsent(key, mine);
    if (other != null) {
      return other;
    }
    Uni.createFrom()
        .deferred(work::get)
        .subscribe()
        .with(
            value -> {
              flights.remove(key, mine);
              mine.complete(value);
            },
            failure -> {
              flights.remove(key, mine);
              mine.completeExceptionally(failure);
            });
    return mine;
  }
}
