package dev.liveartifacts.infra.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a command into a session of its own, where the system can do that: Ctrl-C in a terminal then
 * reaches whoever started it, who stops everything in order, and not all processes at once.
 */
final class OwnSession {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private OwnSession() {}

  static List<String> of(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of(SETSID.toString()));
    wrapped.addAll(command);
    return wrapped;
  }
}
