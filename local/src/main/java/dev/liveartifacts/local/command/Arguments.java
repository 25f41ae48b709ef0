package dev.liveartifacts.local.command;

import dev.liveartifacts.local.system.LocalFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was typed after {@code ./live}. */
record Arguments(String command, int port, Path data, boolean fresh, boolean detach) {
  static final int DEFAULT_PORT = 8080;

  static Arguments parse(List<String> words, Path home) {
    Deque<String> rest = new ArrayDeque<>(words);
    String command = rest.isEmpty() ? "" : rest.pop();
    Arguments read = new Arguments(command, DEFAULT_PORT, home.resolve(".live"), false, false);
    while (!rest.isEmpty()) {
      read = read.with(rest.pop(), rest);
    }
    return read;
  }

  private Arguments with(String option, Deque<String> rest) {
    return switch (option) {
      case "--port" -> new Arguments(command, number(value(option, rest)), data, fresh, detach);
      case "--data" -> new Arguments(command, port, Path.of(value(option, rest)), fresh, detach);
      case "--fresh" -> new Arguments(command, port, data, true, detach);
      case "--detach" -> new Arguments(command, port, data, fresh, true);
      default ->
          throw new LocalFailure("There is no " + option + ": ./live help lists what there is.");
    };
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new LocalFailure(option + " needs a value.");
    }
    return rest.pop();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new LocalFailure("--port has to be a number, not " + text + ".");
    }
  }
}
