package dev.liveartifacts.scheduler.fire;

import java.time.Instant;

/** What there is to do when a timer rings. */
sealed interface Firing {
  /** When to ring again. */
  Instant ringsAt();

  /** Nothing yet. */
  record TooEarly(Instant ringsAt) implements Firing {}

  /** A run for {@code due}; the schedule moves on to {@code next}. */
  record Due(Instant due, Instant next, Instant ringsAt) implements Firing {}

  /** Nothing could run at {@code due}, and nothing makes up for it. */
  record LeftOut(Instant due, Instant next, Instant ringsAt) implements Firing {}
}
