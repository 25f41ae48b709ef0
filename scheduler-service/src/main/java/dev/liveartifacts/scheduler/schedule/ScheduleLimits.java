package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

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

  void refuseOneMoreThan(long schedules) {
    if (schedules >= config.perPerson()) {
      throw new Refusal(
          409,
          "too-many-schedules",
          "Too many schedules",
          "You have %d schedules, and %d are allowed. Delete one that you do not need any more."
              .formatted(schedules, config.perPerson()));
    }
  }
}
