package dev.liveartifacts.conformance;

import java.util.List;

/**
 * How one scenario ended.
 *
 * @param reasons what was wrong, empty if nothing
 */
record Verdict(String scenario, boolean passed, List<String> reasons) {
  Verdict {
    reasons = List.copyOf(reasons);
  }
}
