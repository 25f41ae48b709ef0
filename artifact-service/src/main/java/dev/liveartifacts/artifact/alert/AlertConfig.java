package dev.liveartifacts.artifact.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How alerts are looked after. */
@ConfigMapping(prefix = "live.alerts")
public interface AlertConfig {
  /** How often data is looked for that no alert has looked at; new data is looked at at once. */
  @WithDefault("15s")
  Duration evaluateEvery();

  /** The most alerts that a person can have on one artifact. */
  @WithDefault("20")
  int perArtifact();

  /** The most alerts that a person can have in all. */
  @WithDefault("200")
  int perPerson();
}
