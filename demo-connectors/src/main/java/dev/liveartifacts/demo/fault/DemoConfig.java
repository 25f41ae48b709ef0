package dev.liveartifacts.demo.fault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Set;

/** Who may reach the demo servers, and whether they can be told to fail. */
@ConfigMapping(prefix = "live.demo")
interface DemoConfig {
  /** Opens {@code /faults} and {@code /counts}, to this machine only. */
  @WithDefault("false")
  boolean faults();

  /** The host names that a request may be addressed to, without ports. */
  @WithDefault("localhost,127.0.0.1,[::1]")
  Set<String> hosts();

  /** The bearer token that a server asks for; a server that is not named asks for none. */
  Map<String, String> tokens();
}
