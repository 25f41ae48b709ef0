package dev.liveartifacts.demo.acme;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which of the possible Acmes is shown. */
@ConfigMapping(prefix = "live.demo.acme")
interface AcmeConfig {
  /** Another seed gives other companies, deals and numbers. */
  @WithDefault("1")
  long seed();
}
