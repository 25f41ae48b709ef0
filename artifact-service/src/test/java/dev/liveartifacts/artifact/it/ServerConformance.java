package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The protocol's own referee judges {@code /mcp}. Not one of the suite, as it needs a Node that npm
 * brings: {@code ./live conformance} runs it.
 */
@QuarkusTest
class ServerConformance extends RunningService {
  private static final Path HOME = Path.of("../conformance");

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-28", "2025-11-25"})
  void the_referee_finds_nothing_but_what_we_say_ourselves(String revision) throws Exception {
    try (SignedInFront front =
        new SignedInFront(app, infra.signIn().accessToken("ada", app + "/mcp"))) {
      assertThat(judged(front.address(), revision)).isZero();
    }
  }

  private static int judged(String address, String revision)
      throws IOException, InterruptedException {
    Process referee =
        new ProcessBuilder(
                "node_modules/.bin/node",
                "node_modules/@modelcontextprotocol/conformance/dist/index.js",
                "server",
                "--url",
                address,
                "--requirements",
                revision,
                "--expected-failures",
                "server-" + revision + ".yml",
                "-o",
                "target/server-" + revision)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .start();
    referee.getOutputStream().close();
    try (BufferedReader output = referee.inputReader()) {
      List<String> lines = output.lines().toList();
      lines.forEach(System.out::println);
    }
    return referee.waitFor();
  }
}
