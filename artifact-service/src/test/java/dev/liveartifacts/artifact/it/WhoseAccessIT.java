package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.artifact.it.FakeService.Asked;
import dev.liveartifacts.artifact.it.FakeService.Reply;
import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ben's artifact, which Cleo may open: by whose access it answers her. */
@QuarkusTest
class WhoseAccessIT extends RefreshingService {
  private static final String DELEGATION = "0b0e0000-0000-4000-8000-00000000d001";
  private static final String WON = "{\"name\":\"" + TOOL + "\",\"args\":{\"stage\":\"won\"}}";

  private String id;

  @BeforeEach
  void share() {
    id = createGranted("ben");
    connectors
        .on("PUT " + view(), Reply.json("{\"delegationId\":\"" + DELEGATION + "\"}"))
        .on("DELETE " + view(), Reply.json(204, ""))
        .on("POST /delegations/" + id + "/withdrawals", Reply.json(204, ""))
        .on("POST /delegated-calls", Reply.answer("fresh", answer()));
    share("ben", id, "cleo@acme.test", "viewer");
    call("ben", id, WON).then().statusCode(200);
  }

  @Test
  void row_13_a_viewers_call_goes_by_the_owners_delegation_and_in_nobodys_name_but_the_services() {
    show();

    call("cleo", id, WON).then().statusCode(200).body("outcome", equalTo("fresh"));

    Asked made = connectors.asked("POST /delegated-calls").getLast();
    JsonObject body = new JsonObject(made.body());
    assertThat(body.getString("delegationId")).isEqualTo(DELEGATION);
    assertThat(body.getString("artifactId")).isEqualTo(id);
    assertThat(body.getJsonObject("viewer").getString("subject")).isEqualTo("cleo");
    assertThat(body.getJsonObject("arguments").encode()).isEqualTo("{\"stage\":\"won\"}");
    assertThat(made.header("Authorization"))
        .isNotEqualTo("Bearer " + infra.signIn().accessToken("cleo"));
    assertThat(callsOf("cleo")).as("her own connection is not used").isEmpty();
  }

  @Test
  void row_13_the_delegations_id_never_reaches_a_browser() {
    show();

    for (String person : List.of("ben", "cleo")) {
      for (String path : List.of("sources", "reading", "", "delegation/proposal")) {
        assertThat(as(person).get("/api/artifacts/{id}/" + path, id).asString())
            .doesNotContain(DELEGATION);
      }
    }
    assertThat(as("ben").body("{\"access\":\"owner\"}").put(source()).asString())
        .doesNotContain(DELEGATION);
    assertThat(call("cleo", id, WON).asString()).doesNotContain(DELEGATION);
  }

  @Test
  void the_owner_sees_what_could_be_shown_and_what_is() {
    sources("ben")
        .body("[0].connectorName", equalTo("Acme CRM"))
        .body("[0].access", equalTo("viewer"))
        .body("[0].calls", hasSize(1))
        .body("[0].calls[0].title", equalTo("List deals"))
        .body("[0].calls[0].arguments.stage", equalTo("won"))
        .body("[0].calls[0].shown", equalTo(false))
        .body("[0].mine.state", equalTo("ready"));

    show();

    sources("ben").body("[0].access", equalTo("owner")).body("[0].calls[0].shown", equalTo(true));
    assertThat(new JsonObject(connectors.asked("PUT " + view()).getLast().body()).encode())
        .contains("\"timeZone\":\"Europe/Berlin\"", "\"stage\":\"won\"", "\"version\":1");
  }

  @Test
  void row_13_the_calls_of_a_new_version_are_not_shown_until_the_owner_says_so() {
    show();
    as("ben")
        .body(Map.of("html", PAGE + "<p>2</p>", "summary", "More"))
        .post("/api/artifacts/{id}/versions", id)
        .then()
        .statusCode(201);
    String more = "{\"name\":\"" + TOOL + "\",\"args\":{\"stage\":\"lost\"}}";
    call("ben", id, more);

    soon()
        .untilAsserted(() ->
            sources("ben")
                .body("[0].calls", hasSize(1))
                .body("[0].calls[0].arguments.stage", equalTo("lost"))
                .body("[0].calls[0].shown", equalTo(false))
                .body("[0].versionShown", equalTo(1)));
    assertThat(connectors.asked("PUT " + view())).hasSize(1);
  }

  @Test
  void what_is_not_shown_is_refused_in_words_and_says_nothing_about_the_grant() {
    show();
    connectors.on(
        "POST /delegated-calls",
        new Reply(
            200,
            Map.of(
                "Content-Type", "application/json",
                "Live-Outcome", "failed",
                "Live-Error", "not_granted"),
            "{\"outcome\":\"failed\",\"error\":{\"code\":\"not_granted\"}}"
                .getBytes(StandardCharsets.UTF_8)));

    call("cleo", id, WON).then().body("error.code", equalTo("not_granted"));

    as("ben")
        .get("/api/artifacts/{id}", id)
        .then()
        .body("tools.find { it.name == '" + TOOL + "' }.state", equalTo("granted"));
  }

  @Test
  void whoever_has_not_agreed_lends_no_connection_of_their_own() {
    call("cleo", id, WON);
    assertThat(callsOf("cleo").getLast().getBoolean("ownConnection")).isFalse();
    reading("cleo")
        .body("agreed", equalTo(false))
        .body("from", equalTo("Ben Okri"))
        .body("sources[0].connectorName", equalTo("Acme CRM"))
        .body("sources[0].tools[0]", equalTo("List deals"))
        .body("sources[0].access", equalTo("viewer"));
    reading("ben").body("agreed", equalTo(true));

    agree("cleo", list("cleo")).statusCode(204);

    reading("cleo").body("agreed", equalTo(true));
    call("cleo", id, WON);
    assertThat(callsOf("cleo").getLast().getBoolean("ownConnection")).isTrue();
    assertThat(callsOf("ben")).allMatch(call -> call.getBoolean("ownConnection"));
  }

  @Test
  void a_yes_holds_for_the_list_that_was_seen() {
    String before = list("cleo");
    as("cleo").body("{}").post("/api/artifacts/{id}/consent", id).then().statusCode(400);
    as("ben")
        .body(Map.of("tools", List.of(Map.of("name", WRITING, "granted", false))))
        .put("/api/artifacts/{id}/tools", id)
        .then()
        .statusCode(200);

    agree("cleo", before).statusCode(409).body("detail", containsString("Look at the list"));
    agree("cleo", list("cleo")).statusCode(204);
    reading("cleo").body("agreed", equalTo(true));
    as("ben")
        .body(Map.of("tools", List.of(Map.of("name", WRITING, "granted", true))))
        .put("/api/artifacts/{id}/tools", id)
        .then()
        .statusCode(200);

    reading("cleo").body("agreed", equalTo(false));
  }

  @Test
  void what_the_owner_shows_asks_for_no_connection_and_what_is_taken_back_asks_again() {
    show();
    reading("cleo")
        .body("sources[0].access", equalTo("owner"))
        .body("sources[0].state", equalTo("ready"));
    agree("cleo", list("cleo")).statusCode(204);
    reading("cleo").body("agreed", equalTo(true));

    as("ben").body("{\"access\":\"viewer\"}").put(source()).then().statusCode(204);

    reading("cleo").body("agreed", equalTo(false));
    call("cleo", id, WON);
    assertThat(callsOf("cleo").getLast().getBoolean("ownConnection")).isFalse();
    assertThat(connectors.asked("DELETE " + view())).hasSize(1);
  }

  @Test
  void it_ends_at_once_though_the_connectors_cannot_be_reached() {
    show();
    call("cleo", id, WON);
    int before = connectors.asked("POST /delegated-calls").size();
    connectors.on("DELETE " + view(), Reply.json(503, "{}"));

    as("ben").delete(source()).then().statusCode(503).body("detail", containsString("Try again"));

    call("cleo", id, WON);
    assertThat(connectors.asked("POST /delegated-calls")).hasSize(before);
    sources("ben").body("[0].access", equalTo("viewer"));
  }

  @Test
  void it_ends_by_itself_and_with_the_owner_for_good() throws Exception {
    show();
    execute("update shown_source set expires_at = now() - interval '1 second'");
    soon()
        .untilAsserted(() -> {
          int made = callsOf("cleo").size();
          call("cleo", id, WON);
          assertThat(callsOf("cleo")).hasSize(made + 1);
        });
    sources("ben").body("[0].access", equalTo("viewer")).body("[0].timeZone", nullValue());

    execute("update shown_source set expires_at = null");
    share("ben", id, "ada@acme.test", "editor");
    as("ada").get("/api/me").then().statusCode(200);
    execute("update artifact set owner_id = (select id from person where email = 'ada@acme.test')");
    soon()
        .untilAsserted(() -> {
          int made = callsOf("cleo").size();
          call("cleo", id, WON);
          assertThat(callsOf("cleo")).hasSize(made + 1);
        });
    execute("update artifact set owner_id = (select id from person where email = 'ben@acme.test')");
    soon()
        .untilAsserted(() ->
            sources("ben").body("[0].access", equalTo("viewer")).body("[0].timeZone", nullValue()));
  }

  @Test
  void row_11_only_the_owner_chooses_and_strangers_learn_nothing() {
    share("ben", id, "ada@acme.test", "editor");
    String body = "{\"access\":\"owner\"}";

    as("ada").body(body).put(source()).then().statusCode(403);
    as("ada").delete(source()).then().statusCode(403);
    as("ada").get("/api/artifacts/{id}/sources", id).then().statusCode(200);
    as("cleo").get("/api/artifacts/{id}/sources", id).then().statusCode(403);
    as("cleo").body(body).put(source()).then().statusCode(403);
    as("stranger").get("/api/artifacts/{id}/sources", id).then().statusCode(404);
    as("stranger").get("/api/artifacts/{id}/reading", id).then().statusCode(404);
    as("stranger")
        .body("{\"list\":\"of another\"}")
        .post("/api/artifacts/{id}/consent", id)
        .then()
        .statusCode(404);
    as("stranger").body(body).put(source()).then().statusCode(404);
    assertThat(connectors.asked("PUT " + view())).isEmpty();
  }

  @Test
  void what_cannot_be_shown_is_said_in_a_sentence() {
    as("ben")
        .body("{\"access\":\"owner\"}")
        .put("/api/artifacts/{id}/sources/{c}", id, DELEGATION)
        .then()
        .statusCode(404);
    as("ben")
        .body("{\"access\":\"owner\",\"calls\":[\"unknown\"]}")
        .put(source())
        .then()
        .statusCode(409)
        .body("detail", containsString("other calls meanwhile"));
    as("ben")
        .body("{\"access\":\"owner\",\"calls\":[]}")
        .put(source())
        .then()
        .statusCode(409)
        .body("detail", containsString("Open the page once"));
    as("ben").body("{\"access\":\"everyone\"}").put(source()).then().statusCode(400);
    as("ben").body("{}").put(source()).then().statusCode(400);
    String fresh = createGranted("ben");
    as("ben")
        .body("{\"access\":\"owner\"}")
        .put("/api/artifacts/{id}/sources/{c}", fresh, CRM)
        .then()
        .statusCode(409)
        .body("detail", containsString("Open the page once"));
  }

  @Test
  void the_page_as_others_see_it_uses_nothing_of_ones_own_and_changes_nothing() {
    as("ben")
        .body(Map.of("set", Map.of("filter", "mine")))
        .patch("/api/artifacts/{id}/storage", id)
        .then()
        .statusCode(200);
    String url =
        as("ben")
            .body("{\"as\":\"viewer\"}")
            .post("/api/artifacts/{id}/tickets", id)
            .then()
            .statusCode(200)
            .extract()
            .path("url");
    assertThat(onSandbox().get(url).asString()).doesNotContain("mine");
    as("cleo")
        .body("{\"as\":\"viewer\"}")
        .post("/api/artifacts/{id}/tickets", id)
        .then()
        .statusCode(403);

    connectors.on(
        "POST /calls",
        new Reply(
            200,
            Map.of(
                "Content-Type", "application/json",
                "Live-Outcome", "failed",
                "Live-Error", "consent_needed"),
            "{\"outcome\":\"failed\"}".getBytes(StandardCharsets.UTF_8)));
    String asViewer = WON.replace("{\"name\"", "{\"as\":\"viewer\",\"name\"");
    call("ben", id, asViewer)
        .then()
        .body("error.code", equalTo("bad_request"))
        .body(
            "result.content[0].text",
            equalTo("Here everyone sees what their own connection to Acme CRM answers."));
    assertThat(callsOf("ben").getLast().getBoolean("ownConnection")).isFalse();
    call(
            "ben",
            id,
            "{\"as\":\"viewer\",\"confirmed\":true,\"name\":\"" + WRITING + "\",\"args\":{}}")
        .then()
        .body("result.content[0].text", containsString("nothing can be changed"));
    as("ben")
        .body("{\"prompt\":\"x\"}")
        .post("/api/artifacts/{id}/ask?as=viewer", id)
        .then()
        .body("isError", equalTo(true))
        .body("text", containsString("as others do"));
    as("ben")
        .body(Map.of("set", Map.of("filter", "theirs")))
        .patch("/api/artifacts/{id}/storage?as=viewer", id)
        .then()
        .statusCode(409);

    show();
    call("ben", id, asViewer).then().body("outcome", equalTo("fresh"));
    assertThat(connectors.asked("POST /delegated-calls")).hasSize(1);
    call("ben", id, WON.replace("{\"name\"", "{\"as\":\"owner\",\"name\"")).then().statusCode(400);
  }

  @Test
  void row_13_a_snapshot_shows_others_exactly_the_calls_that_the_owner_shows() throws Exception {
    show();
    runs.finish(
        id, MONDAY, deals(DEALS), Made.good(1, "list_deals", Map.of("stage", "lost"), "{\"b\":1}"));
    String snapshot = snapshots("cleo", id, 1).getString("[0].id");

    JsonPath hers = as("cleo").get("/api/artifacts/{id}/snapshots", id).jsonPath();
    assertThat(hers.getList("[0].calls.position")).containsExactly(0);
    then("cleo", snapshot, "won").body("outcome", equalTo("fresh"));
    then("cleo", snapshot, "lost").body("outcome", equalTo("failed"));
    then("ben", snapshot, "lost").body("outcome", equalTo("fresh"));

    as("ben").delete(source()).then().statusCode(204);

    snapshots("cleo", id, 0);
    then("cleo", snapshot, "won").body("outcome", equalTo("failed"));
    show();
    snapshots("cleo", id, 1);
    execute("update shown_source set expires_at = now()");
    snapshots("cleo", id, 0);
    execute("update shown_source set expires_at = null");
    execute("update artifact_tool set granted_at = null, granted_by = null");
    snapshots("cleo", id, 0);
    snapshots("ben", id, 1);
  }

  @Test
  void the_last_good_data_of_what_is_shown_helps_a_viewer_too() {
    show();
    runs.finish(id, MONDAY, deals(DEALS));
    snapshots("cleo", id, 1);
    connectors.on("POST /delegated-calls", Reply.json(503, "{}"));

    call("cleo", id, WON)
        .then()
        .body("outcome", equalTo("stale"))
        .body("result.structuredContent.deals", hasSize(2));
  }

  @Test
  void what_a_blocked_tool_answered_before_is_for_nobody_any_more() {
    show();
    runs.finish(id, MONDAY, deals(DEALS));
    String snapshot = snapshots("cleo", id, 1).getString("[0].id");
    connectors.on(
        "POST /blocked-tools",
        asked -> Reply.json(new JsonObject(asked.body()).getJsonArray("tools").encode()));

    snapshots("cleo", id, 0);

    then("ben", snapshot, "won").body("outcome", equalTo("failed"));
    then("cleo", snapshot, "won").body("outcome", equalTo("failed"));
    as("ben")
        .get("/api/artifacts/{id}/changes?from={s}&to={s}", id, snapshot, snapshot)
        .then()
        .statusCode(200)
        .body("sources", hasSize(0));
  }

  private void show() {
    soon()
        .untilAsserted(() ->
            as("ben")
                .body("{\"access\":\"owner\",\"timeZone\":\"Europe/Berlin\"}")
                .put(source())
                .then()
                .statusCode(204));
  }

  private ValidatableResponse sources(String person) {
    return as(person).get("/api/artifacts/{id}/sources", id).then().statusCode(200);
  }

  private ValidatableResponse reading(String person) {
    return as(person).get("/api/artifacts/{id}/reading", id).then().statusCode(200);
  }

  private String list(String person) {
    return reading(person).extract().path("list");
  }

  private ValidatableResponse agree(String person, String list) {
    return as(person)
        .body("{\"list\":\"" + list + "\"}")
        .post("/api/artifacts/{id}/consent", id)
        .then();
  }

  private ValidatableResponse then(String person, String snapshot, String stage) {
    return call(person, id, Map.of("name", TOOL, "args", Map.of("stage", stage), "asOf", snapshot))
        .then()
        .statusCode(200);
  }

  private List<JsonObject> callsOf(String person) {
    String bearer = "Bearer " + infra.signIn().accessToken(person);
    String subject = subject(bearer);
    return connectors.asked("POST /calls").stream()
        .filter(asked -> subject(asked.header("Authorization")).equals(subject))
        .map(asked -> new JsonObject(asked.body()))
        .toList();
  }

  private static String subject(String bearer) {
    String claims = bearer.substring("Bearer ".length()).split("\\.")[1];
    return new JsonObject(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .getString("sub");
  }

  private String source() {
    return "/api/artifacts/" + id + "/sources/" + CRM;
  }

  private String view() {
    return "/delegations/" + id + "/views/" + CRM;
  }

  private void execute(String statement) throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement one = database.createStatement()) {
      one.execute(statement);
    }
  }
}
