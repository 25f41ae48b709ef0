package dev.liveartifacts.connector.tool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How current lists of tools are kept. */
@ConfigMapping(prefix = "live.tools")
public interface ToolConfig {
  /** After this time a list is asked for again, behind the call that uses it. */
  @WithDefault("10m")
  Duration refreshAfter();

  /** How long a replica remembers a list before it looks into PostgreSQL. */
  @WithDefault("30s")
  Duration remember();

  /** How old a list has to be before a tool that it lacks is looked for at the server. */
  @WithDefault("10s")
  Duration lookAgainAfter();

  /** How often it is written down when tools were last called. */
  @WithDefault("30s")
  Duration writeUsesEvery();
}
