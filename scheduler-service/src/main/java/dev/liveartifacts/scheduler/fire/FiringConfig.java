package dev.liveartifacts.scheduler.fire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "live.firing")
interface FiringConfig {
  /** How often due timers are looked for. */
  @WithDefault("PT1S")
  Duration poll();

  /** How many schedules one replica fires at the same time, in one statement if it can be. */
  @WithDefault("40")
  int threads();

  /** A start that is later than this is a misfire: the schedule says what becomes of it. */
  @WithDefault("PT5M")
  Duration misfireAfter();

  /**
   * How often a replica says that it still works. Others take over the timers of one that has said
   * nothing four times, and look for such timers at every second beat: after 18 s at most. A
   * replica that was only slow does no harm: each due time becomes one run, whoever rings.
   */
  @WithDefault("PT3S")
  Duration heartbeat();
}
