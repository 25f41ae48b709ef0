package dev.liveartifacts.connector.replica;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient a replica is with Redis, which it can do without. */
@ConfigMapping(prefix = "live.redis")
public interface ReplicaConfig {
  /** How long an answer from Redis is waited for. */
  @WithDefault("2s")
  Duration timeout();

  /** How long Redis is left alone after it failed. */
  @WithDefault("1s")
  Duration pause();
}
