package dev.liveartifacts.artifact.publication;

import java.util.List;

/**
 * What was decided about one call.
 *
 * @param kept paths of the fields that stay
 * @param dropped paths of those that were seen and do not
 */
record Reviewed(String connector, String tool, List<String> kept, List<String> dropped) {
  Reviewed {
    kept = List.copyOf(kept);
    dropped = List.copyOf(dropped);
  }
}
