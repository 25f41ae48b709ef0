package dev.liveartifacts.artifact.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;

/** Where the other two services are, and how long they may take. */
@ConfigMapping(prefix = "live")
public interface UpstreamConfig {
  /** Base address of connector-service. */
  URI connectorServiceUrl();

  /** Base address of scheduler-service. */
  URI schedulerServiceUrl();

  /** The longest that a forwarded request may take; a tool call has 30 s of its own inside it. */
  @WithName("upstream.deadline")
  @WithDefault("35s")
  Duration deadline();

  /** How long a connection may take to be made before the service counts as away. */
  @WithName("upstream.connect-timeout")
  @WithDefault("2s")
  Duration connectTimeout();

  /** Connections to each of the two services: as many calls may wait for slow sources at a time. */
  @WithName("upstream.connections")
  @WithDefault("1024")
  int connections();
}
