package dev.liveartifacts.connector.refresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is refreshed at a time, and how long runs are remembered. */
@ConfigMapping(prefix = "live.refresh")
public interface RefreshConfig {
  /** Runs that one replica works on at a time. */
  @WithDefault("8")
  int runsAtATime();

  /** Calls of one run that are made at a time. */
  @WithDefault("6")
  int callsAtATime();

  /** How long a finished run is known, so that a repeated request is not run again. */
  @WithDefault("30d")
  Duration remember();

  /** How long results wait to be taken. */
  @WithDefault("24h")
  Duration keepResults();

  /** How often results that nobody took are looked for. */
  @WithDefault("10m")
  Duration forgetEvery();
}
