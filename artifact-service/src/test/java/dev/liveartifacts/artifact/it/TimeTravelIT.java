package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimeTravelIT extends RefreshingService {
  private static final Map<String, Object> WON = Map.of("stage", "won");

  @Test
  void a_call_as_of_a_snapshot_gets_the_very_bytes_of_then_and_asks_nobody() {
    String id = createGranted("ben");
    String monday = snapshotOf("ben", id, MONDAY, deals(DEALS));
    snapshotOf("ben", id, MONDAY.plusSeconds(60), deals("{\"other\":1}"));

    Response answer = asOf("ben", id, monday, TOOL, Map.of("stage", "won", "_cb", 17));

    answer
        .then()
        .statusCode(200)
        .header("Live-Outcome", "fresh")
        .body("asOf", equalTo(monday))
        .body("connector", equalTo("Acme CRM"))
        .body("storedAt", equalTo(MONDAY.toString()))
        .body("cached", equalTo(true));
    assertThat(answer.asString()).endsWith(",\"result\":" + DEALS + "}");
    assertThat(connectors.asked("POST /calls")).isEmpty();
  }

  @Test
  void arguments_that_depend_on_the_day_do_not_keep_a_page_from_its_data() {
    String id = createGranted("ben");
    Made thisMonth =
        Made.good(0, "list_deals", Map.of("since", "2026-10-01", "stage", "won"), DEALS)
            .withRelative("/since", "month.start");
    String then = snapshotOf("ben", id, MONDAY, thisMonth);

    asOf("ben", id, then, TOOL, Map.of("since", "2026-11-01", "stage", "won"))
        .then()
        .body("outcome", equalTo("fresh"));
    asOf("ben", id, then, TOOL, Map.of("since", "2026-11-01", "stage", "lost"))
        .then()
        .body("outcome", equalTo("failed"))
        .body(
            "result.content[0].text",
            equalTo(
                "Acme CRM was not asked this in the refresh of that day, so there is nothing to show."));
  }

  @Test
  void a_page_of_another_day_changes_nothing_and_asks_nothing() {
    String id = createGranted("ben");
    String then = snapshotOf("ben", id, MONDAY, deals(DEALS));

    Map<String, Object> write =
        Map.of("name", WRITING, "args", Map.of(), "asOf", then, "confirmed", true);
    assertThat(text(call("ben", id, write))).startsWith("This page shows an earlier day");
    as("ben")
        .body(Map.of("prompt", "Why?", "asOf", then))
        .post("/api/artifacts/{id}/ask", id)
        .then()
        .body("isError", equalTo(true))
        .body("text", startsWith("This page shows an earlier day"));
    assertThat(connectors.asked("POST /calls")).isEmpty();
  }

  @Test
  void what_failed_then_says_why_and_what_is_not_kept_says_so() {
    String id = createGranted("ben");
    String then = snapshotOf("ben", id, MONDAY, deals(DEALS), Made.failed(1, "list_deals"));

    assertThat(text(asOf("ben", id, then, TOOL, Map.of("stage", "lost"))))
        .isEqualTo("Acme CRM gave no answer that day: Acme CRM did not answer in time.");
    assertThat(text(asOf("ben", id, UUID.randomUUID().toString(), TOOL, WON)))
        .startsWith("The data of that day is not kept any more");
    asOf("ben", id, "monday", TOOL, WON).then().statusCode(400);
  }

  @Test
  void row_11_a_snapshot_of_one_artifact_opens_no_other() {
    String id = createGranted("ben");
    String then = snapshotOf("ben", id, MONDAY, deals(DEALS));
    String other = createGranted("ben");

    assertThat(text(asOf("ben", other, then, TOOL, WON)))
        .startsWith("The data of that day is not kept any more");
    ticket("ben", other, then).then().statusCode(404);
    as("ben").get("/api/artifacts/{id}/snapshots/{s}", other, then).then().statusCode(404);
    as("ben")
        .get("/api/artifacts/{id}/changes?from={s}&to={s}", other, then, then)
        .then()
        .statusCode(404);
  }

  @Test
  void row_10_a_viewer_travels_through_the_workspaces_data_alone() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    String own = snapshotOf("ben", id, MONDAY, deals(DEALS));
    String shared = snapshotOf("ben", id, MONDAY.plusSeconds(1), deals(DEALS).ofTheWorkspace());

    assertThat(text(asOf("cleo", id, own, TOOL, WON))).startsWith("The data of that day");
    ticket("cleo", id, own).then().statusCode(404);
    asOf("cleo", id, shared, TOOL, WON).then().body("outcome", equalTo("fresh"));
    ticket("cleo", id, shared).then().statusCode(200);
  }

  @Test
  void an_artifact_opens_as_it_was_then() {
    String id = createGranted("ben");
    String then = snapshotOf("ben", id, MONDAY, deals(DEALS));
    as("ben")
        .body(Map.of("html", "<p>The second version"))
        .post("/api/artifacts/{id}/versions", id)
        .then()
        .statusCode(201);

    assertThat(page(ticket("ben", id, then))).contains("<p>Deals</p>");
    assertThat(page(as("ben").post("/api/artifacts/{id}/tickets", id)))
        .contains("The second version");
    assertThat(
            page(
                as("ben")
                    .body(Map.of("asOf", then, "version", 2))
                    .post("/api/artifacts/{id}/tickets", id)))
        .contains("The second version");
  }

  @Test
  void a_source_that_is_away_is_covered_by_the_last_good_data() {
    String id = createGranted("ben");
    snapshotOf("ben", id, MONDAY, deals(DEALS));
    snapshotOf("ben", id, MONDAY.plusSeconds(60), Made.failed(0, "list_deals"));

    for (String error : List.of("server_unavailable", "needs_reauth")) {
      connectors.on("POST /calls", failed(error));
      call("ben", id, Map.of("name", TOOL, "args", WON))
          .then()
          .header("Live-Outcome", "stale")
          .body("outcome", equalTo("stale"))
          .body("storedAt", equalTo(MONDAY.toString()))
          .body("error.code", equalTo(error))
          .body("result.structuredContent.deals", hasSize(2));
    }
    connectors.close();
    call("ben", id, Map.of("name", TOOL, "args", WON))
        .then()
        .body("outcome", equalTo("stale"))
        .body("error.code", equalTo("server_unavailable"));
  }

  @Test
  void a_refusal_is_not_covered_by_old_data() {
    String id = createGranted("ben");
    snapshotOf("ben", id, MONDAY, deals(DEALS));

    for (String error : List.of("blocked_by_policy", "not_granted", "tool_error")) {
      connectors.on("POST /calls", failed(error));
      call("ben", id, Map.of("name", TOOL, "args", WON)).then().body("outcome", equalTo("failed"));
    }
  }

  @Test
  void row_10_nobody_gets_the_owners_last_good_data_in_place_of_their_own() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    snapshotOf("ben", id, MONDAY, deals(DEALS));
    connectors.on("POST /calls", failed("needs_reauth"));

    call("cleo", id, Map.of("name", TOOL, "args", WON)).then().body("outcome", equalTo("failed"));

    snapshotOf("ben", id, MONDAY.plusSeconds(1), deals(DEALS).ofTheWorkspace());
    call("cleo", id, Map.of("name", TOOL, "args", WON)).then().body("outcome", equalTo("stale"));
  }

  private Response asOf(
      String person, String id, String snapshot, String tool, Map<String, ?> arguments) {
    return call(person, id, Map.of("name", tool, "args", arguments, "asOf", snapshot));
  }

  private Response ticket(String person, String id, String snapshot) {
    return as(person).body(Map.of("asOf", snapshot)).post("/api/artifacts/{id}/tickets", id);
  }

  private String page(Response ticket) {
    return onSandbox().get(ticket.<String>path("url")).asString();
  }

  private static Reply failed(String code) {
    String body =
        """
        {"outcome":"failed","connectorId":"%s","connector":"Acme CRM","tool":"list_deals","storedAt":null,
         "cached":false,"durationMillis":9,"error":{"code":"%s","message":"No.","retryable":true,"retryAfterMillis":null},
         "shapeHash":null,"result":{"content":[{"type":"text","text":"No."}],"isError":true}}\
        """
            .formatted(CRM, code);
    return new Reply(
        200,
        Map.of("Content-Type", "application/json", "Live-Outcome", "failed", "Live-Error", code),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
