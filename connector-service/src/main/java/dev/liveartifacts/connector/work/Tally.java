package dev.liveartifacts.connector.work;

import java.util.HashMap;
import java.util.Map;

/** How many things somebody has, and all together. Not thread-safe. */
final class Tally {
  private final Map<String, Integer> counts = new HashMap<>();
  private int sum;

  int sum() {
    return sum;
  }

  int of(String whose) {
    return counts.getOrDefault(whose, 0);
  }

  void add(String whose) {
    counts.merge(whose, 1, Integer::sum);
    sum++;
  }

  void subtract(String whose) {
    counts.computeIfPresent(whose, (key, count) -> count == 1 ? null : count - 1);
    sum--;
  }
}
