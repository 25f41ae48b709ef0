package dev.liveartifacts.local.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before the next start: doubled each time, from the beginning after a calm
 * minute.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration CALM = Duration.ofMinutes(1);

  private final Clock clock;
  private Duration next = FIRST;
  private Instant last = Instant.MIN;

  Backoff() {
    this(Clock.systemUTC());
  }

  Backoff(Clock clock) {
    this.clock = clock;
  }

  synchronized Duration next() {
    Instant now = clock.instant();
    if (last.equals(Instant.MIN) || last.plus(next).plus(CALM).isBefore(now)) {
      next = FIRST;
    }
    Duration pause = next;
    last = now;
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    return pause;
  }
}
