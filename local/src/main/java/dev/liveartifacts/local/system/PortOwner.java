package dev.liveartifacts.local.system;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Which program listens on a port, as far as Linux tells us about other people's programs. */
final class PortOwner {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** For example {@code nginx (process 812)}; empty where the system does not say. */
  static Optional<String> of(int port) {
    return socket(PROC.resolve("net/tcp"), port)
        .or(() -> socket(PROC.resolve("net/tcp6"), port))
        .flatMap(PortOwner::holder);
  }

  private static Optional<String> socket(Path table, int port) {
    String address = String.format(Locale.ROOT, ":%04X", port);
    try {
      return Files.readAllLines(table).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(f -> f.length > 9 && f[1].endsWith(address) && f[3].equals(LISTENING))
          .map(fields -> "socket:[" + fields[9] + "]")
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> holder(String socket) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process, socket))
        .findFirst()
        .map(process -> name(process) + " (process " + process.pid() + ")");
  }

  private static boolean holds(ProcessHandle process, String socket) {
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(PROC.resolve(Long.toString(process.pid())).resolve("fd"))) {
      for (Path descriptor : open) {
        if (leadsTo(descriptor, socket)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean leadsTo(Path descriptor, String socket) {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals(socket);
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .orElse("another program");
  }
}
