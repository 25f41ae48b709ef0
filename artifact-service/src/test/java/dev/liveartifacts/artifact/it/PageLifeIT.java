package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageLifeIT extends RunningService {
  private static final String WIDER =
      PAGE.replace("Deals</p>", "New</p>")
          .replace("\"mcp__crm__list_deals\",", "\"mcp__crm__list_deals\",\"mcp__erp__cash\",");

  @Test
  void a_version_says_which_tools_are_new_and_shows_its_text_and_difference() {
    String id = createGranted("ada");
    as("ada")
        .body(Map.of("html", WIDER, "summary", "Cash, too"))
        .post("/api/artifacts/{id}/versions", id)
        .then()
        .statusCode(201);

    as("ada")
        .get("/api/artifacts/{id}/versions", id)
        .then()
        .body("[0].added", equalTo(List.of("mcp__erp__cash")))
        .body("[0].removed", hasSize(0))
        .body("[1].added", equalTo(List.of(TOOL, WRITING)));
    as("ada")
        .get("/api/artifacts/{id}/versions/2/html", id)
        .then()
        .contentType("text/plain;charset=utf-8")
        .header("X-Content-Type-Options", "nosniff")
        .body(containsString("New</p>"));
    as("ada")
        .get("/api/artifacts/{id}/versions/1/diff?to=2", id)
        .then()
        .statusCode(200)
        .body("findAll { it.kind == 'removed' }.text.join()", containsString("Deals</p>"))
        .body("findAll { it.kind == 'added' }.text.join()", containsString("mcp__erp__cash"));
    as("ada").get("/api/artifacts/{id}/versions/1/diff?to=9", id).then().statusCode(404);
  }

  @Test
  void a_page_is_looked_at_before_it_is_saved() {
    String page =
        PAGE.replace(
            "\"mcp__crm__list_deals\",", "\"mcp__7f3a-uuid__list_deals\",\"mcp__{{server}}__x\",");

    as("ada")
        .body(Map.of("html", page))
        .post("/api/artifacts/inspect")
        .then()
        .statusCode(200)
        .body("title", equalTo("Open pipeline"))
        .body("tools[0].name", equalTo("mcp__7f3a-uuid__list_deals"))
        .body("tools[0].guess.connectorName", equalTo("Acme CRM"))
        .body("tools[0].guess.tool", equalTo("list_deals"))
        .body("tools[0].candidates", hasSize(1))
        .body("tools[1].guess", nullValue())
        .body("tools[1].flagged", containsString("placeholder"))
        .body("libraries[0].servedAs", equalTo("chart.js@4.5.0/chart.umd.js"))
        .body("leftOut[0].url", containsString("fonts.googleapis.com"));
    as("ada").get("/api/artifacts").then().body("", hasSize(0));
  }

  @Test
  void what_the_person_says_about_a_tool_goes_before_any_guess() {
    String page = PAGE.replace("mcp__crm__list_deals", "mcp__other__deals");

    String id =
        as("ada")
            .body(
                Map.of(
                    "html",
                    page,
                    "mapping",
                    List.of(
                        Map.of(
                            "name",
                            "mcp__other__deals",
                            "connectorId",
                            CRM.toString(),
                            "tool",
                            "list_deals"))))
            .post("/api/artifacts")
            .then()
            .statusCode(201)
            .body("tools[0].tool", equalTo("list_deals"))
            .body("tools[0].connectorName", equalTo("Acme CRM"))
            .body("tools[0].state", equalTo("requested"))
            .extract()
            .path("id");

    as("ada")
        .body(Map.of("tools", List.of(Map.of("name", "mcp__other__deals", "granted", true))))
        .put("/api/artifacts/{id}/tools", id)
        .then()
        .statusCode(200)
        .body("[0].tool", equalTo("list_deals"))
        .body("[0].state", equalTo("granted"));
  }

  @Test
  void a_page_comes_from_an_address_through_the_one_door_out() {
    connectors.on(
        "POST /fetches",
        new Reply(
            200,
            Map.of("Content-Type", "text/html"),
            PAGE.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    as("ada")
        .body(Map.of("url", "https://pages.example/x.html"))
        .post("/api/artifacts/import")
        .then()
        .statusCode(200)
        .body("html", equalTo(PAGE))
        .body("title", equalTo("Open pipeline"))
        .body("tools", equalTo(List.of(TOOL, WRITING)));
    assertThat(connectors.asked("POST /fetches").getFirst().body())
        .isEqualTo("{\"url\":\"https://pages.example/x.html\"}");
    connectors.on("POST /fetches", Reply.json(400, "{\"detail\":\"Not there.\"}"));
    as("ada")
        .body(Map.of("url", "http://127.0.0.1/"))
        .post("/api/artifacts/import")
        .then()
        .statusCode(422)
        .body("detail", equalTo("Not there."));
  }

  @Test
  void an_export_is_a_file_that_comes_back_the_same() {
    String id = createGranted("ada");

    String file =
        as("ada")
            .get("/api/artifacts/{id}/export", id)
            .then()
            .statusCode(200)
            .header(
                "Content-Disposition",
                containsString("attachment; filename=\"Open pipeline.html\""))
            .extract()
            .asString();
    String again =
        as("ada").body(Map.of("html", file)).post("/api/artifacts").then().extract().path("id");

    assertThat(file)
        .contains("https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js")
        .doesNotContain("window.__live");
    assertThat(as("ada").get("/api/artifacts/{id}/export", again).asString()).isEqualTo(file);
  }

  @Test
  void row_16_always_is_each_persons_own_and_can_be_taken_back() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    Map<String, Object> write = Map.of("name", WRITING, "args", Map.of());

    as("ben")
        .body(Map.of("name", WRITING))
        .put("/api/artifacts/{id}/confirmations", id)
        .then()
        .statusCode(200)
        .body("[0].name", equalTo(WRITING))
        .body("[0].tool", equalTo("move_deal"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> call("ben", id, write).then().body("outcome", equalTo("fresh")));
    call("cleo", id, write).then().body("error.code", equalTo("approval_required"));
    assertThat(connectors.asked("POST /calls").getFirst().body()).contains("\"confirmed\":true");
    as("ben")
        .body(Map.of("name", WRITING))
        .delete("/api/artifacts/{id}/confirmations", id)
        .then()
        .statusCode(204);
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> call("ben", id, write).then().body("error.code", equalTo("approval_required")));
    as("ben")
        .body(Map.of("name", "mcp__crm__unknown"))
        .put("/api/artifacts/{id}/confirmations", id)
        .then()
        .statusCode(409);
  }

  @Test
  void row_15_a_tool_that_is_not_what_was_granted_asks_again() {
    String id = createGranted("ben");
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Live-Outcome", "failed");
    headers.put("Live-Error", "not_granted");
    connectors.on(
        "POST /calls",
        new Reply(200, headers, answer().getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    call("ben", id, Map.of("name", TOOL)).then().statusCode(200);

    assertThat(connectors.asked("POST /calls").getFirst().body())
        .contains("\"grantedHash\":\"h1\"");
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            as("ben")
                .get("/api/artifacts/{id}", id)
                .then()
                .body("tools[0].state", equalTo("changed"))
                .body("tools[1].state", equalTo("granted")));
    as("ben")
        .body(Map.of("tools", List.of(Map.of("name", TOOL, "granted", true))))
        .put("/api/artifacts/{id}/tools", id)
        .then()
        .body("[0].state", equalTo("granted"));
  }

  @Test
  void a_withdrawn_grant_leaves_the_delegation_before_anything_else() {
    String id = createGranted("ben");
    String target = "POST /delegations/" + id + "/withdrawals";
    Map<String, Object> wish = Map.of("tools", List.of(Map.of("name", TOOL, "granted", false)));

    as("ben").body(wish).put("/api/artifacts/{id}/tools", id).then().statusCode(503);
    as("ben").get("/api/artifacts/{id}", id).then().body("tools[0].state", equalTo("granted"));
    connectors.on(target, Reply.json(204, ""));
    as("ben")
        .body(wish)
        .put("/api/artifacts/{id}/tools", id)
        .then()
        .statusCode(200)
        .body("[0].state", equalTo("requested"));

    assertThat(connectors.asked(target).getLast().body())
        .isEqualTo("{\"calls\":[{\"connectorId\":\"%s\",\"tool\":\"list_deals\"}]}".formatted(CRM));
  }

  @Test
  void the_last_calls_start_when_the_page_is_asked_for() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    call("ben", id, Map.of("name", TOOL, "args", Map.of("stage", "won")));
    call("ben", id, Map.of("name", TOOL, "args", Map.of("_cb", 1)));
    call("ben", id, Map.of("name", WRITING, "args", Map.of(), "confirmed", true));
    int before = connectors.asked("POST /calls").size();

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          as("cleo").post("/api/artifacts/{id}/tickets", id).then().statusCode(200);
          return connectors.asked("POST /calls").size() > before;
        });

    assertThat(connectors.asked("POST /calls").stream().skip(before))
        .isNotEmpty()
        .allMatch(asked -> asked.body().contains("\"arguments\":{\"stage\":\"won\"}"));
  }

  @Test
  void cards_say_how_the_last_calls_went_and_which_artifacts_ask_a_connector() {
    String id = createGranted("ben");
    create("ben");
    call("ben", id, Map.of("name", TOOL));

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            as("ben")
                .get("/api/artifacts?scope=using&connector={crm}", CRM)
                .then()
                .body("", hasSize(2))
                .body(
                    "find { it.id == '" + id + "' }.connectors[0].freshness.outcome",
                    equalTo("fresh")));
    as("ben")
        .get("/api/artifacts?scope=using&connector={none}", "00000000-0000-4000-8000-000000000000")
        .then()
        .body("", hasSize(0));
    as("ben").get("/api/artifacts?scope=using").then().statusCode(400);
  }

  @Test
  void data_of_another_structure_than_the_version_knew_is_named() {
    String id = createGranted("ben");
    connectors.on(
        "GET /api/connectors/shapes/s1/to/s2",
        Reply.json("{\"changes\":[{\"kind\":\"gone\",\"path\":\"$.a\"}]}"));
    connectors.on("POST /calls", shaped("s1"));
    call("ben", id, Map.of("name", TOOL));
    as("ben").get("/api/artifacts/{id}/drift", id).then().body("", hasSize(0));

    connectors.on("POST /calls", shaped("s2"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> {
          call("ben", id, Map.of("name", TOOL));
          as("ben")
              .get("/api/artifacts/{id}/drift", id)
              .then()
              .statusCode(200)
              .body("[0].connector", equalTo("Acme CRM"))
              .body("[0].tool", equalTo("list_deals"))
              .body("[0].changes[0].kind", equalTo("gone"));
        });
  }

  private static Reply shaped(String hash) {
    return new Reply(
        200,
        Map.of("Content-Type", "application/json", "Live-Outcome", "fresh", "Live-Shape", hash),
        answer().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
