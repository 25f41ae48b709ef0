package dev.liveartifacts.connector.shape;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the structure of results is found out and kept. */
@ConfigMapping(prefix = "live.shapes")
public interface ShapeConfig {
  /** Results that are looked at side by side; it takes processor time and nothing else. */
  @WithDefault("2")
  int atATime();

  /** Results that may wait to be looked at; one more goes without a shape. */
  @WithDefault("64")
  int queue();

  /** How long an answer waits for its shape before it goes without. */
  @WithDefault("2s")
  Duration patience();

  /** Shapes that a replica may meet for the first time in a minute; others go without. */
  @WithDefault("120")
  int newInAMinute();

  /** How long it is remembered what earlier results of a call looked like. */
  @WithDefault("30d")
  Duration remember();

  /** How long a shape that turns up no more is kept. */
  @WithDefault("180d")
  Duration keptFor();
}
