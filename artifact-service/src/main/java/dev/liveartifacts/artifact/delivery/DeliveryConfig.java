package dev.liveartifacts.artifact.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often messages are looked after. */
@ConfigMapping(prefix = "live.deliveries")
public interface DeliveryConfig {
  /** How often messages that are due are looked for; new ones are sent at once. */
  @WithDefault("5s")
  Duration sendEvery();

  /** How often old messages and notices are dropped. */
  @WithDefault("1h")
  Duration cleanEvery();
}
