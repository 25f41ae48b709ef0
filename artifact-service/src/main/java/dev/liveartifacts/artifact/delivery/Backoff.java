package dev.liveartifacts.artifact.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When to try again: soon at first, then ever more seldom, for a day in all. */
final class Backoff {
  static final Duration PATIENCE = Duration.ofDays(1);
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final int MOST_DOUBLINGS = 12;

  private Backoff() {}

  /**
   * The next attempt; empty if the day is over by then.
   *
   * @param attempts made so far, at least one
   * @param asked how long the receiver asked to be left alone
   * @param jitter from 0 to 1, so that many do not come back at the same moment
   */
  static Optional<Instant> next(
      Instant now, Instant until, int attempts, @Nullable Duration asked, double jitter) {
    Duration pause = pause(attempts);
    Duration spread = pause.plus(Duration.ofMillis((long) (pause.toMillis() * jitter / 4)));
    Duration wait = asked != null && asked.compareTo(spread) > 0 ? asked : spread;
    Instant next = now.plus(wait);
    return next.isBefore(until) ? Optional.of(next) : Optional.empty();
  }

  private static Duration pause(int attempts) {
    Duration grown = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
  }
}
