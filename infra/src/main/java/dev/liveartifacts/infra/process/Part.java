package dev.liveartifacts.infra.process;

import java.nio.file.Path;

/**
 * One server that runs in a process of its own, on a loopback port, with a data directory. Can be
 * killed and started again: port and data stay.
 */
public interface Part {
  /** What a person calls it, for example {@code PostgreSQL}. */
  default String name() {
    return process().name();
  }

  int port();

  Path dataDir();

  /** Starts the process and returns when it answers; throws {@link PartFailure} if it does not. */
  void start();

  /** Ends the process in its own orderly way; nothing happens if it does not run. */
  default void stop() {
    process().stop();
  }

  ServerProcess process();
}
