package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpeningIT extends RunningService {
  private static final String BLOCK = "<script type=\"application/json\" id=\"opening\">";

  @Test
  void the_ticket_comes_with_the_document_and_the_calls_begin() throws Exception {
    String id = createGranted("ada");
    as("ada")
        .body(Map.of("name", TOOL, "args", Map.of("stage", "open")))
        .post("/api/artifacts/{id}/calls", id)
        .then()
        .statusCode(200);
    int before = connectors.asked("POST /calls").size();

    Response document = as("ada").get("/a/{id}", id);

    document
        .then()
        .statusCode(200)
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("stands in for the web app"));
    JsonNode opening = opening(document);
    assertThat(opening.path("id").asText()).isEqualTo(id);
    assertThat(opening.path("version").isNull()).isTrue();
    assertThat(opening.path("me").path("name").asText()).isEqualTo("Ada Lovelace");
    String url = opening.path("ticket").path("url").asText();
    onSandbox().get(url).then().statusCode(200).body(containsString("<p>Deals</p>"));
    onSandbox().get(url).then().statusCode(410);
    await().until(() -> connectors.asked("POST /calls").size() == before + 1);
    assertThat(connectors.asked("POST /calls").getLast().body()).contains("\"stage\":\"open\"");
  }

  @Test
  void the_ticket_is_of_the_version_that_the_address_names() throws Exception {
    String id = create("ada");
    as("ada")
        .body(Map.of("html", "<p>Second</p>", "summary", "another"))
        .post("/api/artifacts/{id}/versions", id)
        .then()
        .statusCode(201);

    JsonNode opening = opening(as("ada").get("/a/{id}?version=1", id));

    assertThat(opening.path("version").asInt()).isEqualTo(1);
    onSandbox()
        .get(opening.path("ticket").path("url").asText())
        .then()
        .body(containsString("<p>Deals</p>"));
  }

  @Test
  void row_11_who_may_not_open_it_gets_the_web_app_and_nothing_else() {
    String id = create("ada");

    as("ben").get("/a/{id}", id).then().statusCode(200).body(not(containsString(BLOCK)));
    nobody().get("/a/{id}", id).then().statusCode(200).body(not(containsString(BLOCK)));
    nobody()
        .header("Authorization", "Bearer nonsense")
        .get("/a/{id}", id)
        .then()
        .statusCode(200)
        .body(not(containsString(BLOCK)));
    nobody()
        .cookie("q_session", "nonsense")
        .get("/a/{id}", id)
        .then()
        .statusCode(200)
        .body(not(containsString(BLOCK)));
    as("ada").get("/a/{id}?version=7", id).then().body(not(containsString(BLOCK)));
    as("ada").get("/a/nonsense").then().statusCode(200).body(not(containsString(BLOCK)));
  }

  @Test
  void a_browser_that_only_looks_ahead_opens_nothing() {
    as("ada")
        .header("Sec-Purpose", "prefetch")
        .get("/a/{id}", create("ada"))
        .then()
        .statusCode(200)
        .body(not(containsString(BLOCK)));
  }

  @Test
  void a_session_is_enough() {
    Browser browser = new Browser(app);
    String address = browser.signIn("ada", "/");
    assertThat(address).startsWith(app.toString());

    assertThat(browser.get("/a/" + create("ada")).body()).contains(BLOCK);
  }

  private static JsonNode opening(Response document) throws JsonProcessingException {
    String html = document.asString();
    assertThat(html).contains(BLOCK);
    int from = html.indexOf(BLOCK) + BLOCK.length();
    return new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
  }
}
