package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that speak with their host themselves, as the runtime does for others. */
@QuarkusTest
class VerifyIT extends RunningService {
  private static final String SPEAKS =
      """
      <!doctype html><title>Deals</title><body style="background: rgb(15, 107, 75)"><h1>Deals</h1><script>
        const { nonce } = window.runtimeConfig;
        let next = 1;
        addEventListener("message", ({ ports: [port] }) => {
          window.say = (message) => port.postMessage(message);
          window.ask = (method, params) => say({ kind: "request", id: next++, method, params });
          port.onmessage = ({ data }) =>
            say({ kind: "message", level: "note", text: "heard " + JSON.stringify(data.value), where: null });
          ACTS
          say({ kind: "loaded" });
        }, { once: true });
        parent.postMessage({ live: "hello", nonce }, "*");
      </script>
      """;

  @TempDir Path directory;

  @Test
  void a_page_is_opened_and_what_it_called_and_logged_is_told_with_a_picture() throws Exception {
    createdGranted(
        """
        ask("cowork.call", { name: "mcp__crm__list_deals", args: { stage: "open" } });
        ask("cowork.call", { name: "mcp__crm__no_such", args: {} });
        say({ kind: "message", level: "error", text: "x is not defined", where: "page:1" });
        """);

    ValidatableResponse seen = verify();

    seen.body("result.structuredContent.seen.settled", equalTo(true))
        .body(
            "result.structuredContent.seen.calls.find { it.outcome == 'fresh' }.arguments",
            equalTo("{\"stage\":\"open\"}"))
        .body(
            "result.structuredContent.wrong",
            hasItems(
                containsString(
                    "\"mcp__crm__no_such\" is not in this artifact's mcp_tools allowlist."),
                containsString("x is not defined")))
        .body("result.content[1].mimeType", equalTo("image/png"));
    byte[] picture =
        Base64.getDecoder().decode(seen.extract().<String>path("result.content[1].data"));
    assertThat(picture).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(2_000);
  }

  @Test
  void row_16_nothing_is_written_while_a_page_is_verified_even_if_it_is_always_allowed()
      throws Exception {
    String id =
        createdGranted(
            """
            ask("cowork.call", { name: "mcp__crm__move_deal", args: { id: 1 } });
            ask("claude.call", { server: "Acme CRM", tool: "move_deal", input: {}, cache: null });
            ask("ask", { prompt: "Which?", data: [] });
            ask("openLink", { url: "https://evil.test/" });
            """);
    as("ada")
        .body(Map.of("name", WRITING))
        .put("/api/artifacts/{id}/confirmations", id)
        .then()
        .statusCode(lessThan(300));

    verify()
        .body("result.structuredContent.seen.calls.outcome", equalTo(List.of("failed", "failed")))
        .body("result.structuredContent.seen.bridge", hasItem(containsString("openLink")));

    assertThat(connectors.asked("POST /calls")).isEmpty();
  }

  @Test
  void row_1_the_browser_reaches_nothing_but_the_sandbox() throws Exception {
    createdGranted(
        """
        const image = new Image();
        image.onerror = () => say({ kind: "message", level: "blocked", text: "no image", where: null });
        image.src = "APP/mark.svg";
        const frame = document.createElement("iframe");
        frame.src = "APP/api/me";
        document.body.append(frame);
        """
            .replace("APP", app.toString()));

    verify()
        .body("result.structuredContent.wrong", hasItem(containsString("no image")))
        .body("result.structuredContent.seen.console.text", not(hasItem(containsString("ada"))));
  }

  @Test
  void a_page_that_never_ends_is_left_after_its_time() throws Exception {
    createdGranted("setInterval(() => ask(\"user\", {}), 200);");

    verify()
        .body("result.structuredContent.seen.settled", equalTo(false))
        .body("result.structuredContent.wrong", hasItem(containsString("still busy")))
        .body("result.structuredContent.seen.bridge.size()", greaterThan(3));
  }

  @Test
  void a_browser_that_is_away_is_said_so() {
    Mcp.call(this, "ada", "create_artifact", Map.of("id", "deals", "html", PAGE));

    Mcp.call(this, "ada", "verify_artifact", Map.of("id", "deals"))
        .body("result.isError", equalTo(true))
        .body("result.content[0].text", containsString("browser"));
  }

  private ValidatableResponse verify() throws Exception {
    try (RunningChromium chromium = new RunningChromium(config("live.verify.browser"), directory)) {
      return Mcp.call(this, "ada", "verify_artifact", Map.of("id", "deals"));
    }
  }

  private String createdGranted(String acts) {
    String html = PAGE.substring(0, PAGE.indexOf("<html")) + SPEAKS.replace("ACTS", acts);
    String id =
        Mcp.call(this, "ada", "create_artifact", Map.of("id", "deals", "html", html))
            .extract()
            .path("result.structuredContent.artifactId");
    as("ada")
        .body(
            Map.of(
                "tools",
                List.of(
                    Map.of("name", TOOL, "granted", true),
                    Map.of("name", WRITING, "granted", true))))
        .put("/api/artifacts/{id}/tools", id)
        .then()
        .statusCode(200);
    return id;
  }
}
