package dev.liveartifacts.connector.call;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a server that kept failing is asked again. Opens after five failures in a row, lets one
 * call try after ten seconds, and waits twice as long each time that the trial fails, up to a
 * minute.
 */
sealed interface Circuit {
  int ENOUGH = 5;
  Duration FIRST_WAIT = Duration.ofSeconds(10);
  Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** A trial that never reported back counts as failed after this time. */
  Duration LONGEST_TRIAL = Duration.ofSeconds(45);

  /** Calls pass. */
  record Closed(int failures) implements Circuit {}

  /** No call passes until then. */
  record Open(Instant until, Duration waited) implements Circuit {}

  /** One call is out to see. */
  record Trial(Instant since, Duration waited) implements Circuit {}

  static Circuit closed() {
    return new Closed(0);
  }

  default boolean lets(Instant now) {
    return switch (this) {
      case Closed(int failures) -> true;
      case Open(Instant until, Duration waited) -> !now.isBefore(until);
      case Trial(Instant since, Duration waited) -> now.isAfter(since.plus(LONGEST_TRIAL));
    };
  }

  /** The circuit after a call was let through. */
  default Circuit asked(Instant now) {
    return switch (this) {
      case Closed closed -> closed;
      case Open(Instant until, Duration waited) -> new Trial(now, waited);
      case Trial(Instant since, Duration waited) -> new Trial(now, waited);
    };
  }

  default Circuit failed(Instant now) {
    return switch (this) {
      case Closed(int failures) when failures + 1 < ENOUGH -> new Closed(failures + 1);
      case Closed(int failures) -> new Open(now.plus(FIRST_WAIT), FIRST_WAIT);
      case Open open -> open;
      case Trial(Instant since, Duration waited) -> reopened(now, waited.multipliedBy(2));
    };
  }

  /** The server itself said when to come back. */
  default Circuit heldOff(Instant now, Duration wait) {
    return new Open(now.plus(shorter(wait, LONGEST_WAIT)), FIRST_WAIT);
  }

  /** How long until a call passes again. */
  default Duration remaining(Instant now) {
    return switch (this) {
      case Closed(int failures) -> Duration.ZERO;
      case Open(Instant until, Duration waited) ->
          now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
      case Trial(Instant since, Duration waited) -> Duration.ofSeconds(1);
    };
  }

  private static Circuit reopened(Instant now, Duration wait) {
    Duration bounded = shorter(wait, LONGEST_WAIT);
    return new Open(now.plus(bounded), bounded);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
