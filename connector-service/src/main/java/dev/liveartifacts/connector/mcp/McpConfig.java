package dev.liveartifacts.connector.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a server may take of us. */
@ConfigMapping(prefix = "live.mcp")
public interface McpConfig {
  /** How long one call may take, from the first byte to the last. */
  @WithDefault("30s")
  Duration deadline();

  /** How long a server may take to accept a connection. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** How long a server may think before it is greeted in the older way. */
  @WithDefault("5s")
  Duration probe();

  /** The largest result that is passed on, in bytes. */
  @WithDefault("8388608")
  int resultLimit();

  /** The most tools that one connector may offer. */
  @WithDefault("2000")
  int toolLimit();

  /** Open connections to one endpoint. */
  @WithDefault("32")
  int connectionsPerEndpoint();

  /** How long a session that nobody uses is kept. */
  @WithDefault("30m")
  Duration sessionIdle();

  /** The most streams on which servers may tell that their tools changed. */
  @WithDefault("200")
  int listeners();

  /** How long a server is listened to after it was last asked. */
  @WithDefault("10m")
  Duration listenerIdle();
}
