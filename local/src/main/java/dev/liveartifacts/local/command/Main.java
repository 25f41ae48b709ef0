package dev.liveartifacts.local.command;

import dev.liveartifacts.infra.process.PartFailure;
import dev.liveartifacts.local.system.LocalFailure;
import dev.liveartifacts.local.system.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The program behind {@code ./live up}, {@code down} and {@code status}. */
public final class Main {
  private Main() {}

  /**
   * Runs one command.
   *
   * @param words the command and its options
   */
  public static void main(String[] words) {
    try {
      Path home = Options.findHome();
      run(Arguments.parse(List.of(words), home), home);
    } catch (LocalFailure | PartFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (CancellationException e) {
      System.exit(130);
    }
  }

  private static void run(Arguments arguments, Path home) {
    switch (arguments.command()) {
      case "up" -> Up.run(arguments, home);
      case "down" -> Down.run(arguments);
      case "status" -> Status.run(arguments);
      default ->
          throw new LocalFailure("There is no " + arguments.command() + ": see ./live help.");
    }
  }
}
