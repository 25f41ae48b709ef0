package dev.liveartifacts.connector.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How calls are cached and bounded. */
@ConfigMapping(prefix = "live.calls")
public interface CallConfig {
  /** How long a result is fresh, unless the server says something else. */
  @WithDefault("60s")
  Duration freshFor();

  /** How long a result is kept as last good data. */
  @WithDefault("24h")
  Duration keptFor();

  /** How long somebody waits for a call that somebody else makes. */
  @WithDefault("32s")
  Duration patience();

  /** Calls that one replica makes to one connector at a time. */
  @WithDefault("16")
  int atATime();

  /** How many of these may be one person's. */
  @WithDefault("8")
  int atATimeEach();

  /** Calls that may wait for their turn at one connector. */
  @WithDefault("200")
  int queue();

  /** The workspace's name in cache keys. */
  @WithDefault("default")
  String workspace();
}
