package dev.liveartifacts.artifact.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt to send something went. */
sealed interface Attempt {

  /** It arrived. */
  record Delivered() implements Attempt {}

  /**
   * It may work later.
   *
   * @param reason a sentence
   * @param asked how long the receiver asked to be left alone; null if it did not
   */
  record Later(String reason, @Nullable Duration asked) implements Attempt {}

  /** It is not to be sent any more: what it tells is not for its person now. */
  record Withdrawn() implements Attempt {}

  /**
   * It never will.
   *
   * @param reason a sentence
   */
  record Never(String reason) implements Attempt {}
}
