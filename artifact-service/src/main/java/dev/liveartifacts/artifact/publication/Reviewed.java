package dev.liveartifacts.artifact.publication;

import java.util.List;

/**
 * What was decided about one call.
 *
 * @param kept paths of the fields that stay
 * @param dropped how many were seen and do not; their names may be data themselves
 */
record Reviewed(String connector, String tool, List<String> kept, int dropped) {
  Reviewed {
    kept = List.copyOf(kept);
  }
}
