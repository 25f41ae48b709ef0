package dev.liveartifacts.artifact.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How something ended, in one word. */
final class Outcome {
  static final String DONE = "done";
  static final String REFUSED = "refused";
  private static final Set<String> OF_CALLS = Set.of("fresh", "stale", "failed");

  private Outcome() {}

  /**
   * @param live what a call came to ({@code Live-Outcome}); null for everything else
   * @param whole false if whoever asked did not wait for the end
   */
  static String of(int status, @Nullable String live, boolean whole) {
    if (!whole) {
      return "broken_off";
    }
    return live != null && status < 400 && OF_CALLS.contains(live) ? live : of(status);
  }

  private static String of(int status) {
    return switch (status) {
      case 401, 403, 404 -> REFUSED;
      case 429 -> "too_often";
      default -> status < 400 ? DONE : status < 500 ? "not_possible" : "failed";
    };
  }
}
