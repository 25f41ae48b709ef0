package dev.liveartifacts.scheduler.fire;

import dev.liveartifacts.scheduler.schedule.Timer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A timer that has rung, and what came of it. Guarded by the lock of {@link Firings}. */
final class Ringing {
  private final Timer timer;
  private @Nullable Optional<Instant> ringsAgain;
  private @Nullable Exception failure;

  Ringing(Timer timer) {
    this.timer = timer;
  }

  Timer timer() {
    return timer;
  }

  boolean isOver() {
    return ringsAgain != null || failure != null;
  }

  /** Empty if its generation is over. */
  void done(Optional<Instant> next) {
    ringsAgain = next;
  }

  void failed(Exception cause) {
    failure = cause;
  }

  Optional<Instant> ringsAgain() {
    if (ringsAgain == null) {
      throw new IllegalStateException("A timer could not be looked at", failure);
    }
    return ringsAgain;
  }
}
