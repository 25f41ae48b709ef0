package dev.liveartifacts.artifact.mcpserver;

/** Tells a client that waits how far its request has come; nothing if it did not ask for that. */
@FunctionalInterface
public interface Progress {
  /**
   * @param done out of {@code total}, never less than before
   */
  void report(double done, double total, String words);
}
