package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The protocol's own referee judges {@code /mcp}, and its inspector uses it. Not one of the suite,
 * as both need a Node that npm brings: {@code ./live conformance} runs it.
 */
@QuarkusTest
class ServerConformance extends RunningService {
  private static final Path HOME = Path.of("../conformance");
  private static final String MODULES = "node_modules/@modelcontextprotocol/";

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-28", "2025-11-25"})
  void the_referee_finds_nothing_but_what_we_say_ourselves(String revision) throws Exception {
    try (SignedInFront front = new SignedInFront(app, token())) {
      Ended referee =
          node(
              MODULES + "conformance/dist/index.js",
              "server",
              "--url",
              front.address(),
              "--requirements",
              revision,
              "--expected-failures",
              "server-" + revision + ".yml",
              "-o",
              "target/server-" + revision);

      System.out.println("server " + revision + "\n" + referee.output());
      assertThat(referee.status()).isZero();
    }
  }

  @Test
  void the_inspector_creates_changes_and_lists_an_artifact() throws Exception {
    assertThat(inspected("tools/list").output()).contains("create_artifact", "verify_artifact");
    assertThat(called("create_artifact", "id=open-pipeline", "html=" + PAGE.strip()).output())
        .contains("open-pipeline", "Open pipeline", "approves the tools");
    assertThat(
            called(
                    "update_artifact",
                    "id=open-pipeline",
                    "html=<title>Pipeline</title>",
                    "update_summary=Shorter")
                .output())
        .contains("\"version\": 2");
    assertThat(called("list_artifacts").output()).contains("open-pipeline", app + "/a/");
    assertThat(inspected("resources/list").output()).contains("live://guides/page-contract");
    assertThat(inspected("prompts/list").output()).contains("build-a-live-artifact");
  }

  private Ended called(String tool, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("tools/call", "--tool-name", tool));
    for (String argument : arguments) {
      words.addAll(List.of("--tool-arg", argument));
    }
    return inspected(words.toArray(String[]::new));
  }

  private Ended inspected(String... method) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                MODULES + "inspector/clients/launcher/build/index.js",
                "--cli",
                app + "/mcp",
                "--transport",
                "http",
                "--header",
                "Authorization: Bearer " + token(),
                "--method"));
    words.addAll(List.of(method));
    Ended inspector = node(words.toArray(String[]::new));
    assertThat(inspector.status()).as(inspector.output()).isZero();
    return inspector;
  }

  private String token() {
    return infra.signIn().accessToken("ada", app + "/mcp");
  }

  private static Ended node(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node_modules/.bin/node"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true);
    // what the inspector keeps stays here
    builder.environment().put("HOME", HOME.resolve("target").toAbsolutePath().toString());
    Process process = builder.start();
    process.getOutputStream().close();
    try (BufferedReader output = process.inputReader()) {
      return new Ended(String.join("\n", output.lines().toList()), process.waitFor());
    }
  }

  /** What a program said, and its exit status. */
  private record Ended(String output, int status) {}
}
