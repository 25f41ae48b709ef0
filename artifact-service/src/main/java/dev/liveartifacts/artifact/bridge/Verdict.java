package dev.liveartifacts.artifact.bridge;

import dev.liveartifacts.artifact.access.AllowedTool;
import org.jspecify.annotations.Nullable;

/** What becomes of a call. */
sealed interface Verdict permits Permitted, Refusal {
  /** What was meant; null if it is nothing that the artifact may call. */
  @Nullable AllowedTool tool();
}
