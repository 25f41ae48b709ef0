package dev.liveartifacts.artifact.throttle;

import java.time.Duration;

/** Whether something may be done now. */
public sealed interface Pass {
  /** It may, and is counted. */
  record Granted() implements Pass {}

  /**
   * It was done too often, and is not counted again.
   *
   * @param pause after which it may be done once more
   */
  record TooMany(Duration pause) implements Pass {}

  static Pass after(long millis) {
    return millis <= 0 ? new Granted() : new TooMany(Duration.ofMillis(millis));
  }
}
