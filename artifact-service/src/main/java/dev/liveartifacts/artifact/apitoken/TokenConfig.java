package dev.liveartifacts.artifact.apitoken;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What tokens of programs may be. */
@ConfigMapping(prefix = "live.tokens")
public interface TokenConfig {
  /** The longest that a token may live. */
  @WithDefault("P366D")
  Duration longest();

  /**
   * A token rests when the sign-in server has not vouched for its person for as long: whoever is
   * gone there does not go on here.
   */
  @WithDefault("P30D")
  Duration signedInWithin();

  /** The most that one person may have at a time. */
  @WithDefault("50")
  int perPerson();
}
