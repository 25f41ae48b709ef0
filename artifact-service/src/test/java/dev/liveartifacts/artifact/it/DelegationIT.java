package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DelegationIT extends RunningService {
  private static final String BERLIN = "Europe/Berlin";
  private static final String DELEGATION = "0b0e0000-0000-4000-8000-00000000d001";

  @Test
  void row_13_what_the_owner_looked_at_is_what_is_delegated() {
    String id = createGranted("ben");
    String target = "PUT /delegations/" + id;
    connectors.on(target, Reply.json("{\"delegationId\":\"" + DELEGATION + "\"}"));
    scheduler.on("POST /api/schedules", asked -> Reply.json(201, asked.body()));
    String today = LocalDate.now(ZoneId.of(BERLIN)).toString();
    String args = "{\"day\":\"" + today + "\",\"n\":1.10}";
    call("ben", id, "{\"name\":\"" + TOOL + "\",\"args\":" + args + "}");
    String key = proposedKey(id);

    as("ben")
        .get("/api/artifacts/{id}/delegation/proposal?timeZone=" + BERLIN, id)
        .then()
        .body("calls[0].connectorName", equalTo("Acme CRM"))
        .body("calls[0].relative[0].path", equalTo("/day"))
        .body("calls[0].relative[0].value", equalTo(today))
        .body("calls[0].relative[0].candidates.expression", hasItem("today"))
        .body("calls[0].relative[0].candidates.today", hasItem(today));
    Map<String, Object> wish =
        Map.of(
            "cron",
            "0 7 * * *",
            "timeZone",
            BERLIN,
            "jitterSeconds",
            60,
            "expiresAt",
            "2099-01-01T00:00:00Z",
            "calls",
            List.of(
                Map.of(
                    "key",
                    key,
                    "relative",
                    List.of(Map.of("path", "/day", "expression", "yesterday")))));
    as("ben")
        .body(wish)
        .post("/api/artifacts/{id}/schedules", id)
        .then()
        .statusCode(201)
        .body("jitterSeconds", equalTo(60));

    assertThat(connectors.asked(target).getLast().body())
        .isEqualTo(
            ("{\"calls\":[{\"connectorId\":\"%s\",\"tool\":\"list_deals\",\"arguments\":%s,"
                    + "\"relative\":[{\"path\":\"/day\",\"expression\":\"yesterday\"}]}],"
                    + "\"version\":1,\"expiresAt\":\"2099-01-01T00:00:00Z\"}")
                .formatted(CRM, args));
  }

  @Test
  void what_the_page_asked_for_before_it_was_opened_last_is_proposed_and_not_taken_for_granted()
      throws Exception {
    String id = createGranted("ben");
    String target = "PUT /delegations/" + id;
    connectors.on(target, Reply.json("{\"delegationId\":\"" + DELEGATION + "\"}"));
    call("ben", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"stage\":\"won\"}}");
    proposedKey(id);
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.execute("update recorded_call set recorded_at = now() - interval '1 hour'");
    }
    as("ben").post("/api/artifacts/{id}/tickets", id).then().statusCode(200);
    call("ben", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"stage\":\"open\"}}");
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            as("ben")
                .get("/api/artifacts/{id}/delegation/proposal?timeZone=" + BERLIN, id)
                .then()
                .body("calls.arguments.stage", contains("won", "open"))
                .body("calls.current", contains(false, true)));

    as("ben")
        .body(Map.of("timeZone", BERLIN))
        .put("/api/artifacts/{id}/delegation", id)
        .then()
        .statusCode(204);

    assertThat(connectors.asked(target).getLast().body()).contains("open").doesNotContain("won");
  }

  @Test
  void a_permission_can_be_renewed_without_a_new_schedule() {
    String id = createGranted("ben");
    String target = "PUT /delegations/" + id;
    connectors.on(target, Reply.json("{\"delegationId\":\"" + DELEGATION + "\"}"));
    call("ben", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"stage\":\"open\"}}");
    proposedKey(id);

    as("ben")
        .body(Map.of("timeZone", BERLIN))
        .put("/api/artifacts/{id}/delegation", id)
        .then()
        .statusCode(204);

    assertThat(connectors.asked(target)).hasSize(1);
    assertThat(scheduler.asked("POST /api/schedules")).isEmpty();
  }

  @Test
  void what_cannot_be_delegated_is_said_in_a_sentence() {
    String id = createGranted("ben");
    connectors.on(
        "PUT /delegations/" + id,
        Reply.json(400, "{\"detail\":\"A delegation ends in the future. Choose a later day.\"}"));
    call("ben", id, "{\"name\":\"" + TOOL + "\",\"args\":{}}");
    proposedKey(id);

    as("ben")
        .body(Map.of("timeZone", BERLIN, "expiresAt", "2020-01-01T00:00:00Z"))
        .put("/api/artifacts/{id}/delegation", id)
        .then()
        .statusCode(409)
        .body("detail", equalTo("A delegation ends in the future. Choose a later day."));
    as("ben")
        .body(Map.of("timeZone", BERLIN, "calls", List.of(Map.of("key", "unknown"))))
        .put("/api/artifacts/{id}/delegation", id)
        .then()
        .statusCode(409)
        .body("detail", equalTo("The page has made other calls meanwhile. Look at them again."));
    as("ben")
        .get("/api/artifacts/{id}/delegation/proposal?timeZone=Mars/Base", id)
        .then()
        .statusCode(400)
        .body("detail", equalTo("Name a time zone like Europe/Berlin."));
  }

  @Test
  void row_11_only_the_owner_sees_what_could_be_delegated() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "editor");

    as("cleo").get("/api/artifacts/{id}/delegation/proposal", id).then().statusCode(403);
    as("ada").get("/api/artifacts/{id}/delegation/proposal", id).then().statusCode(404);
    as("cleo")
        .body(Map.of("timeZone", "UTC"))
        .put("/api/artifacts/{id}/delegation", id)
        .then()
        .statusCode(403);
  }

  @Test
  void ones_delegations_are_listed_with_their_artifacts_and_the_others_taken_back() {
    String id = createGranted("ben");
    UUID gone = UUID.randomUUID();
    String given =
        new JsonArray()
            .add(given(id, 1))
            .add(given(id, 1).put("connectorId", CRM.toString()))
            .add(given(gone.toString(), 1))
            .add(given(gone.toString(), 1).put("connectorId", CRM.toString()))
            .encode();
    connectors.on("GET /delegations", Reply.json(given));
    connectors.on("DELETE /delegations/" + gone, Reply.json(204, ""));
    connectors.on("DELETE /delegations/" + gone + "/views/" + CRM, Reply.json(204, ""));

    as("ben")
        .get("/api/delegations")
        .then()
        .statusCode(200)
        .body("artifactId", contains(id, id))
        .body("connectorId", contains(null, CRM.toString()))
        .body("[0].title", equalTo("Open pipeline"))
        .body("[0].versionGiven", equalTo(1))
        .body("[0].outdated", equalTo(false))
        .body("[0].calls[0].relative[0].words", equalTo("first day of this month"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() ->
            connectors.asked("DELETE /delegations/" + gone).size() == 1
                && connectors.asked("DELETE /delegations/" + gone + "/views/" + CRM).size() == 1);
    assertThat(connectors.asked("DELETE /delegations/" + id)).isEmpty();
  }

  @Test
  void a_delegation_is_outdated_when_a_later_version_makes_other_calls() {
    String id = createGranted("ben");
    connectors.on("GET /delegations", Reply.json(new JsonArray().add(given(id, 0)).encode()));
    call("ben", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"from\":\"2026-10-01\"}}");
    proposedKey(id);
    as("ben").get("/api/delegations").then().body("[0].outdated", equalTo(false));

    call("ben", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"stage\":\"won\"}}");

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> as("ben").get("/api/delegations").then().body("[0].outdated", equalTo(true)));
  }

  @Test
  void a_delegation_can_be_given_an_end_and_be_taken_back() {
    String id = createGranted("ben");
    connectors.on("PATCH /delegations/" + id, Reply.json(204, ""));
    connectors.on("DELETE /delegations/" + id, Reply.json(204, ""));

    as("ben")
        .body("{\"expiresAt\":\"2099-01-01T00:00:00Z\"}")
        .patch("/api/delegations/{id}", id)
        .then()
        .statusCode(204);
    as("ben").body("{\"expiresAt\":null}").patch("/api/delegations/{id}", id);
    as("ben").delete("/api/delegations/{id}", id).then().statusCode(204);

    assertThat(connectors.asked("PATCH /delegations/" + id))
        .extracting(FakeService.Asked::body)
        .containsExactly("{\"expiresAt\":\"2099-01-01T00:00:00Z\"}", "{\"expiresAt\":null}");
    assertThat(connectors.asked("DELETE /delegations/" + id)).hasSize(1);
  }

  private static JsonObject given(String artifact, int version) {
    JsonObject from = new JsonObject().put("path", "/from").put("expression", "month.start");
    JsonObject call =
        new JsonObject()
            .put("connectorId", CRM.toString())
            .put("connectorName", "Acme CRM")
            .put("tool", "list_deals")
            .put("arguments", new JsonObject().put("from", "2026-11-01"))
            .put("relative", new JsonArray().add(from));
    return new JsonObject()
        .put("artifactId", artifact)
        .put("version", version)
        .put("givenAt", "2026-11-20T07:00:00Z")
        .put("calls", new JsonArray().add(call));
  }

  /** The key of the one call, as soon as it is known. */
  private String proposedKey(String id) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            as("ben")
                .get("/api/artifacts/{id}/delegation/proposal?timeZone=" + BERLIN, id)
                .then()
                .statusCode(200)
                .body("calls", hasSize(1)));
    return as("ben")
        .get("/api/artifacts/{id}/delegation/proposal?timeZone=" + BERLIN, id)
        .path("calls[0].key");
  }
}
