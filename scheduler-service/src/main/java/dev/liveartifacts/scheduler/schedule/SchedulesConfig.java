package dev.liveartifacts.scheduler.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "live.schedules")
interface SchedulesConfig {
  /** How many schedules a person may have. */
  @WithDefault("50")
  int perPerson();

  /** How often the schedules of one person may be due on a day, all together. */
  @WithDefault("5000")
  int runsADay();

  /** How close two due times of a schedule may be. */
  @WithDefault("PT1M")
  Duration shortestInterval();

  /** After so many failures in a row a schedule pauses by itself; 0 means never. */
  @WithDefault("10")
  int pauseAfterFailures();
}
