package dev.liveartifacts.connector.authorization;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How connectors that want OAuth are signed in to. */
@ConfigMapping(prefix = "live.oauth")
public interface OAuthConfig {
  /** How long one request to a sign-in server may take. */
  @WithDefault("10s")
  Duration deadline();

  /** The most that is read of a sign-in server's answer, in bytes. */
  @WithDefault("262144")
  int documentLimit();

  /** How long a person may take at the sign-in server before the way back is closed. */
  @WithDefault("10m")
  Duration attemptKept();

  /** How long before its end an access token is renewed. */
  @WithDefault("60s")
  Duration renewAhead();
}
