package dev.liveartifacts.artifact.bridge;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket: a burst, and a steady rate after it.
 *
 * @param tokens what is left at {@code at}; below one means that the last take was refused
 * @param taken whether the last take succeeded
 */
record Bucket(double tokens, Instant at, boolean taken) {
  static final int BURST = 60;
  static final int PER_MINUTE = 120;
  private static final double PER_MILLI = PER_MINUTE / 60_000.0;

  static Bucket full(Instant at) {
    return new Bucket(BURST, at, true);
  }

  Bucket take(Instant now) {
    long passed = Math.max(0, Duration.between(at, now).toMillis());
    double available = Math.min(BURST, tokens + passed * PER_MILLI);
    return available >= 1
        ? new Bucket(available - 1, now, true)
        : new Bucket(available, now, false);
  }

  long millisToNext() {
    return (long) Math.ceil(Math.max(0, 1 - tokens) / PER_MILLI);
  }
}
