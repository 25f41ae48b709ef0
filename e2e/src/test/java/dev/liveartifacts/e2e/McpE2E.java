package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.liveartifacts.infra.signin.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that an MCP client makes, looks at and mends, and that its person then opens. */
@ExtendWith(RunningSystem.class)
class McpE2E {
  private final Visit visit;

  McpE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void a_client_that_knows_one_address_creates_verifies_and_updates_a_page_for_its_person()
      throws Exception {
    String id = "deals-" + UUID.randomUUID().toString().substring(0, 8);
    try (BrowserContext stranger = visit.stranger();
        BrowserContext window = visit.window(Person.ADA)) {
      McpClient client =
          McpClient.signedIn(
              visit.system.appUrl() + "/mcp",
              stranger,
              page -> Visit.button(page, Person.ADA.name()).click());
      String artifact =
          artifactIn(
              client.call(
                  "create_artifact", Map.of("id", id, "html", Visit.resource("by-client.html"))));
      visit.as(Person.ADA).grantsAll(artifact);

      JsonNode seen = client.call("verify_artifact", Map.of("id", id));
      assertThat(seen.at("/structuredContent/wrong").toString()).contains("not a function");
      client.call(
          "update_artifact",
          Map.of(
              "id",
              id,
              "html",
              Visit.resource("by-client.html").replace("nothing();", "show();"),
              "update_summary",
              "Shows the deals"));
      JsonNode again = client.call("verify_artifact", Map.of("id", id));

      assertThat(again.at("/structuredContent/wrong")).isEmpty();
      assertThat(again.at("/structuredContent/seen/calls/0/outcome").asText()).isEqualTo("fresh");
      keep(again.at("/content/1/data").asText());
      Page page = window.newPage();
      visit.open(page, artifact);
      assertThat(Visit.artifact(page).locator("#count")).hasText(Pattern.compile("\\d+ deals"));
      Visit.button(page, "History").click();
      assertThat(page.getByText("Shows the deals").first()).isVisible();
    }
  }

  private static String artifactIn(JsonNode made) {
    String text = made.toString();
    var found = Pattern.compile("/a/([0-9a-f-]{36})").matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  /** The picture that the client was given, for whoever wants to look at it. */
  private static void keep(String picture) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(picture);
    assertThat(bytes).hasSizeGreaterThan(2_000);
    Files.createDirectories(Visit.SCREENSHOTS);
    Files.write(Visit.SCREENSHOTS.resolve("verified.png"), bytes);
  }
}
