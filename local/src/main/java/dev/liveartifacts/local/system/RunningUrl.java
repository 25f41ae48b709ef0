package dev.liveartifacts.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The base port of the last start, kept in the data directory for {@code status} and messages. */
public final class RunningUrl {
  private RunningUrl() {}

  static void write(DataDir dataDir, Ports ports) throws IOException {
    Files.writeString(file(dataDir), Integer.toString(ports.base()));
  }

  /** The address that people open, if the directory was ever started. */
  public static Optional<String> read(DataDir dataDir) {
    try {
      return Optional.of("http://localhost:" + Files.readString(file(dataDir)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path file(DataDir dataDir) {
    return dataDir.of("run").resolve("port");
  }
}
