package dev.liveartifacts.artifact.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions are kept. */
@ConfigMapping(prefix = "live.sessions")
public interface SessionConfig {
  /**
   * A session that was not used for as long is over. More than {@code
   * quarkus.oidc.authentication.session-age-extension} and a token's life together.
   */
  @WithDefault("P1D")
  Duration idle();

  /** How often sessions that are over are dropped. */
  @WithDefault("PT10M")
  Duration cleanEvery();
}
