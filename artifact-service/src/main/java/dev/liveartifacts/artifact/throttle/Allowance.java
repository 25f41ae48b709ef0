package dev.liveartifacts.artifact.throttle;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

/**
 * How often something may be done: so many times at once, and then evenly so many in each period.
 * Written {@code 60/1m}.
 *
 * @param per at least a second, at most a day
 */
public record Allowance(int times, Duration per) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  public Allowance {
    if (times < 1 || per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "An allowance is at least once, in a second at least and a day at most");
    }
  }

  /**
   * Reads a setting.
   *
   * @throws IllegalArgumentException with a sentence that says how it is written
   */
  public static Allowance of(String text) {
    try {
      int slash = text.indexOf('/');
      return new Allowance(
          Integer.parseInt(text.substring(0, Math.max(0, slash)).strip()),
          Duration.parse("PT" + text.substring(slash + 1).strip().toUpperCase(Locale.ROOT)));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "'" + text + "' does not say how often: write it like 60/1m, for 60 times in a minute.",
          unreadable);
    }
  }

  /** The time that each one takes from the period, in milliseconds. */
  double step() {
    return (double) per.toMillis() / times;
  }
}
