package dev.liveartifacts.scheduler.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "live.runs")
interface RunsConfig {
  /** How often runs that no replica handed to Kafka are looked for. */
  @WithDefault("PT1S")
  Duration outboxPoll();

  /** How many runs are handed to Kafka at once. */
  @WithDefault("200")
  int outboxBatch();

  /** For how long one replica has a run for itself while it hands it to Kafka. */
  @WithDefault("PT30S")
  Duration outboxLease();

  /** A run whose end is not told within this time after Kafka took it counts as failed. */
  @WithDefault("PT15M")
  Duration deadline();

  /** How many runs a person may ask for within an hour, besides those that are due. */
  @WithDefault("120")
  int askedAnHour();

  /** For how long finished runs stay in the history. */
  @WithDefault("P90D")
  Duration keep();
}
