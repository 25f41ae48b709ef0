package dev.liveartifacts.scheduler.fire;

import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.schedule.Jitter;
import dev.liveartifacts.scheduler.schedule.Misfire;
import java.time.Duration;
import java.time.Instant;

/**
 * A schedule when its timer rings.
 *
 * @param nextAt the first due time that has not fired yet
 */
record DueSchedule(Timetable timetable, Instant nextAt, Jitter jitter, Misfire misfire) {

  /**
   * What to do now. Each due time is fired or left out once, whatever the clock did meanwhile: time
   * that comes again brings no due time back.
   *
   * @param patience how late a start may be before it counts as a misfire
   */
  Firing at(Instant now, Duration patience) {
    Instant start = jitter.start(nextAt);
    if (start.isAfter(now)) {
      return new Firing.TooEarly(start);
    }
    boolean missed = start.plus(patience).isBefore(now);
    return missed && misfire == Misfire.SKIP
        ? leftOut(startingAfter(now.minus(patience)))
        : due(startingAfter(now));
  }

  /** How long after its start it is. */
  Duration lateBy(Instant now) {
    return Duration.between(jitter.start(nextAt), now);
  }

  private Firing due(Instant next) {
    return new Firing.Due(nextAt, next, jitter.start(next));
  }

  private Firing leftOut(Instant next) {
    return new Firing.LeftOut(nextAt, next, jitter.start(next));
  }

  /** The first due time after this one whose start is later than {@code moment}. */
  private Instant startingAfter(Instant moment) {
    Instant earliest = moment.minusSeconds(jitter.mostSeconds() + 1L);
    Instant due = timetable.next(earliest.isAfter(nextAt) ? earliest : nextAt);
    while (!jitter.start(due).isAfter(moment)) {
      due = timetable.next(due);
    }
    return due;
  }
}
