package dev.liveartifacts.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs {@code @modelcontextprotocol/conformance} with the Node beside it. */
final class Referee {
  private static final String NODE = "node_modules/.bin/node";
  private static final String PROGRAM =
      "node_modules/@modelcontextprotocol/conformance/dist/index.js";
  private static final String CLIENT = NODE + " src/main/launcher/errand.mjs";

  private final Path home;
  private final String desk;

  /**
   * @param home the folder of this module: relative paths have no spaces, which the referee needs
   */
  Referee(Path home, String desk) {
    this.home = home;
    this.desk = desk;
  }

  /** All scenarios that a protocol revision requires. */
  Report revision(String revision) {
    List<String> lines = new ArrayList<>();
    run(List.of("--requirements", revision, "-o", "target/" + revision, "--verbose"), lines::add);
    return Report.read(lines);
  }

  /** One scenario, told as the referee tells it; true if it passed. */
  boolean scenario(String scenario, List<String> options) {
    return run(
            Stream.concat(Stream.of("--scenario", scenario), options.stream()).toList(),
            System.out::println)
        == 0;
  }

  private int run(List<String> options, Consumer<String> lines) {
    List<String> command = new ArrayList<>(List.of(NODE, PROGRAM, "client", "--command", CLIENT));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("LIVE_CONFORMANCE_DESK", desk);
    try {
      Process process = builder.redirectErrorStream(true).start();
      try (BufferedReader output = process.inputReader()) {
        output.lines().forEach(lines);
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
