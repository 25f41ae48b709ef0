package dev.liveartifacts.artifact.access;

import java.util.UUID;

/**
 * Decides who may see an answer that was kept. Whoever's connection gave it sees it; everybody else
 * who may open the artifact sees what the workspace's own connections gave, which is the same for
 * all.
 */
public final class Sight {
  private Sight() {}

  /**
   * @param keptFor whose connections were used
   * @param shared true if the connection was the workspace's
   */
  public static boolean covers(UUID personId, UUID keptFor, boolean shared) {
    return shared || personId.equals(keptFor);
  }
}
