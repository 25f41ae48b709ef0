package dev.liveartifacts.connector.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The circuits of this replica, one for each connection. Thread-safe. */
final class Circuits {
  private final Clock clock;
  private final Cache<UUID, AtomicReference<Circuit>> circuits =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(1)).build();

  Circuits(Clock clock) {
    this.clock = clock;
  }

  /** Asks to pass. Empty if the call may be made, else how long there is no sense in asking. */
  Optional<Duration> enter(UUID connectionId) {
    AtomicReference<Circuit> circuit = circuit(connectionId);
    while (true) {
      Instant now = clock.instant();
      Circuit seen = circuit.get();
      if (!seen.lets(now)) {
        return Optional.of(seen.remaining(now));
      }
      if (circuit.compareAndSet(seen, seen.asked(now))) {
        return Optional.empty();
      }
    }
  }

  void succeeded(UUID connectionId) {
    change(connectionId, circuit -> Circuit.closed());
  }

  void failed(UUID connectionId) {
    change(connectionId, circuit -> circuit.failed(clock.instant()));
  }

  void holdOff(UUID connectionId, Duration wait) {
    change(connectionId, circuit -> circuit.heldOff(clock.instant(), wait));
  }

  private void change(UUID connectionId, UnaryOperator<Circuit> change) {
    circuit(connectionId).updateAndGet(change);
  }

  private AtomicReference<Circuit> circuit(UUID connectionId) {
    return circuits.get(connectionId, id -> new AtomicReference<>(Circuit.closed()));
  }
}
