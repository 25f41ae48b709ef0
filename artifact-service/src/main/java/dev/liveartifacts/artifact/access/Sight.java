package dev.liveartifacts.artifact.access;

import java.util.UUID;

/**
 * Decides who may see an answer that was kept. Whoever's connection gave it sees it; everybody else
 * who may open the artifact sees what the workspace's own connections gave, which is the same for
 * all, and what the owner shows of their own, for exactly the calls that they show.
 */
public final class Sight {
  private Sight() {}

  /**
   * @param keptFor whose connections were used
   * @param shared true if the connection was the workspace's
   * @param shown true if whoever's connection it was is the owner, and shows this call
   */
  public static boolean covers(UUID personId, UUID keptFor, boolean shared, boolean shown) {
    return shared || shown || personId.equals(keptFor);
  }
}
