package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.problem.Problems;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a share may end by itself. */
final class Term {
  private Term() {}

  static void check(@Nullable Instant end, Instant now) {
    if (end != null && !end.isAfter(now)) {
      throw Problems.badRequest("A share ends in the future. Choose a later time, or none.");
    }
  }
}
