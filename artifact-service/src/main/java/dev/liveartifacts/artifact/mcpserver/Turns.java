package dev.liveartifacts.artifact.mcpserver;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of each person are under way on this replica, up to a limit. Thread-safe. */
final class Turns {
  private final int limit;
  private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

  Turns(int limit) {
    this.limit = limit;
  }

  /** Says whether there is room for one more; whoever got it gives it back. */
  boolean take(UUID person) {
    return underWay.merge(person, 1, (now, one) -> Math.min(now + one, limit + 1)) <= limit
        || refused(person);
  }

  void giveBack(UUID person) {
    underWay.computeIfPresent(person, (key, now) -> now > 1 ? now - 1 : null);
  }

  private boolean refused(UUID person) {
    giveBack(person);
    return false;
  }
}
