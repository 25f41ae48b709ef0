package dev.liveartifacts.scheduler.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "live.schedules")
interface SchedulesConfig {
  /** How many schedules a person may have. */
  @WithDefault("50")
  int perPerson();

  /** How close two due times of a schedule may be. */
  @WithDefault("PT1M")
  Duration shortestInterval();
}
