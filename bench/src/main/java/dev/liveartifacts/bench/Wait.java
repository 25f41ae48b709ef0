package dev.liveartifacts.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks every few milliseconds. */
final class Wait {
  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

  private Wait() {}

  /** Returns whether the condition came true within the limit. */
  static boolean until(BooleanSupplier condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
