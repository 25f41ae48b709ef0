package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;

/** How much one person may have scheduled. */
@ApplicationScoped
class ScheduleLimits {
  private final SchedulesConfig config;

  ScheduleLimits(SchedulesConfig config) {
    this.config = config;
  }

  /** Reads a timetable and refuses one that is due too often. */
  Timetable read(String cron, String timeZone) {
    Timetable timetable = Timetable.read(cron, timeZone);
    Duration shortest = config.shortestInterval();
    if (timetable.shortestInterval().compareTo(shortest) < 0) {
      throw new Refusal(
          400,
          "too-often",
          "Too often",
          "A schedule may be due every %d minutes at most; choose times further apart."
              .formatted(shortest.toMinutes()));
    }
    return timetable;
  }

  /** The same, when starts are put off by up to {@code jitterSeconds}. */
  Timetable read(String cron, String timeZone, int jitterSeconds) {
    Timetable timetable = read(cron, timeZone);
    Duration interval = timetable.shortestInterval();
    if (jitterSeconds >= interval.toSeconds()) {
      throw new Refusal(
          400,
          "jitter-too-long",
          "Put off for too long",
          "A start may be put off by less than the %d minutes between two due times. Write a smaller number than %d seconds."
              .formatted(interval.toMinutes(), interval.toSeconds()));
    }
    return timetable;
  }

  void refuseOneMoreThan(int schedules) {
    if (schedules >= config.perPerson()) {
      throw new Refusal(
          409,
          "too-many-schedules",
          "Too many schedules",
          "You have %d schedules, and %d are allowed. Delete one that you do not need any more."
              .formatted(schedules, config.perPerson()));
    }
  }

  /** Refuses {@code wanted} if it is too much together with the person's other schedules. */
  void refuseTooOften(Timetable wanted, Collection<ScheduleRow> others) {
    int runs = wanted.timesADay() + others.stream().mapToInt(ScheduleRow::timesADay).sum();
    if (runs > config.runsADay()) {
      throw new Refusal(
          409,
          "too-many-runs",
          "Too many runs",
          "Your schedules would run %d times a day together, and %d times are allowed. Choose times further apart, or pause another schedule."
              .formatted(runs, config.runsADay()));
    }
  }
}
