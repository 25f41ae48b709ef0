package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be asked for, and whose alerts are whose. */
@QuarkusTest
@WithTestResource(MailServer.class)
class AlertConditionsIT extends AlertCase {
  private static final String DEALS =
      "{\"structuredContent\":{\"deals\":[{\"id\":1,\"amount\":90}]}}";

  @Test
  void a_condition_is_tried_on_the_past_before_it_is_kept() throws Exception {
    String id = createGranted("ben");
    for (int amount : List.of(90, 120, 130, 70)) {
      refresh(id, amount);
    }
    finish(id, Made.failed(0, "list_deals"));

    as("ben")
        .body(above(100).get("condition"))
        .post("/api/artifacts/{id}/alerts/trial", id)
        .then()
        .statusCode(200)
        .body("fires", equalTo(List.of(false, false, false, true, false)))
        .body("holds", equalTo(List.of(false, false, true, true, false)))
        .body("[0].words", equalTo("Acme CRM did not answer in time."))
        .body("[2].value", equalTo(130));
    as("ben")
        .get("/api/artifacts/{id}/alerts/sources", id)
        .then()
        .body("[0].connector", equalTo("Acme CRM"))
        .body("[0].fields", hasSize(0));
    as("ben").get("/api/alerts").then().body("$", hasSize(0));
  }

  @Test
  void rows_are_counted_by_days_that_move_with_the_data() throws Exception {
    String id = createGranted("ben");
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    String tasks =
        "{\"structuredContent\":{\"tasks\":[{\"id\":1,\"due\":\"%s\"},{\"id\":2,\"due\":\"%s\"}]}}"
            .formatted(day, day.minusDays(40));
    finish(id, deals(tasks));
    Map<String, Object> measure = new HashMap<>();
    measure.put("kind", "aggregate");
    measure.put("of", "count");
    measure.put("where", List.of(Map.of("field", "due", "op", "in", "relative", "week.start")));
    Map<String, Object> wish = wish(measure, Map.of("op", ">", "value", 0));

    post("ben", id, wish)
        .then()
        .statusCode(400)
        .body("detail", equalTo("Say in which time zone days begin, for example Europe/Berlin."));
    measure.put("timeZone", "UTC");

    as("ben")
        .body(wish.get("condition"))
        .post("/api/artifacts/{id}/alerts/trial", id)
        .then()
        .statusCode(200)
        .body("value", equalTo(List.of(1)))
        .body("words", equalTo(List.of("Number of rows where due is in this week is 1, above 0.")));
    add("ben", id, wish)
        .then()
        .body("condition.measure.where[0].relative", equalTo("week.start"))
        .body("condition.measure.timeZone", equalTo("UTC"))
        .body(
            "words",
            equalTo(
                "Number of rows where due is in this week in Acme CRM · list deals is above 0"));
  }

  @Test
  void row_10_a_viewer_is_alerted_about_the_workspaces_data_alone() throws Exception {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    finish(id, deals(90), Made.good(1, "list_deals", Map.of(), DEALS).ofTheWorkspace());
    add("cleo", id, above(100));
    finish(id, deals(500));

    soon()
        .untilAsserted(() ->
            as("cleo")
                .get("/api/artifacts/{id}/alerts", id)
                .then()
                .body("[0].found", equalTo("This run did not ask for it.")));
    as("cleo")
        .body(above(100).get("condition"))
        .post("/api/artifacts/{id}/alerts/trial", id)
        .then()
        .body("[0].value", nullValue())
        .body("[1].value", equalTo(90));
    finish(id, deals(120).ofTheWorkspace());
    soon().until(() -> alerted().size() == 1);
    assertThat(alerted()).containsExactly("cleo@acme.test");
  }

  @Test
  void row_11_alerts_are_their_persons_own_and_end_with_the_share() throws Exception {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    finish(id, deals(90).ofTheWorkspace());
    String alert = add("ben", id, above(100)).path("id");
    add("cleo", id, above(100));

    as("cleo").get("/api/artifacts/{id}/alerts", id).then().body("id", hasSize(1));
    as("cleo").get("/api/artifacts/{id}/alerts/{a}/episodes", id, alert).then().statusCode(404);
    as("cleo").post("/api/artifacts/{id}/alerts/{a}/test", id, alert).then().statusCode(404);
    as("cleo").post("/api/artifacts/{id}/alerts/{a}/secret", id, alert).then().statusCode(404);
    as("cleo").delete("/api/artifacts/{id}/alerts/{a}", id, alert).then().statusCode(404);
    as("cleo")
        .body(Map.of("paused", true))
        .patch("/api/artifacts/{id}/alerts/{a}", id, alert)
        .then()
        .statusCode(404);
    for (String path : List.of("alerts", "alerts/sources")) {
      as("ada").get("/api/artifacts/{id}/" + path, id).then().statusCode(404);
    }
    post("ada", id, above(100)).then().statusCode(404);

    String share = as("ben").get("/api/artifacts/{id}/shares", id).path("items[0].id");
    as("ben").delete("/api/artifacts/{id}/shares/{share}", id, share).then().statusCode(204);
    finish(id, deals(120).ofTheWorkspace());
    soon().until(() -> alerted().size() == 1);
    soon()
        .untilAsserted(() ->
            as("cleo")
                .get("/api/alerts")
                .then()
                .body("[0].state", equalTo("trouble"))
                .body("[0].artifactTitle", startsWith("An artifact that is not shared"))
                .body("[0].found", nullValue()));
    as("cleo").get("/api/notices").then().body("unread", equalTo(0));
    assertThat(alerted()).containsExactly("ben@acme.test");
  }

  @Test
  void an_alert_is_changed_paused_tested_and_deleted() throws Exception {
    String id = createGranted("ben");
    refresh(id, 90);
    signerIsKnown();
    Map<String, Object> wish = above(100);
    wish.put("webhookUrl", HOOK);
    wish.put("mail", false);
    String alert = add("ben", id, wish).path("id");

    as("ben").post("/api/artifacts/{id}/alerts/{a}/test", id, alert).then().statusCode(202);
    soon().until(() -> connectors.asked("POST /deliveries").size() == 1);
    assertThat(connectors.asked("POST /deliveries").getFirst().body()).contains("alert.test");

    as("ben")
        .body(Map.of("paused", true))
        .patch("/api/artifacts/{id}/alerts/{a}", id, alert)
        .then()
        .body("state", equalTo("paused"));
    refresh(id, 300);
    as("ben")
        .body(Map.of("paused", false))
        .patch("/api/artifacts/{id}/alerts/{a}", id, alert)
        .then()
        .body("state", equalTo("calm"));
    Map<String, Object> lower = above(50);
    lower.put("name", "Fifty");
    as("ben")
        .body(Map.of("settings", lower))
        .patch("/api/artifacts/{id}/alerts/{a}", id, alert)
        .then()
        .statusCode(200)
        .body("name", equalTo("Fifty"))
        .body("words", containsString("above 50"))
        .body("webhookUrl", nullValue());
    refresh(id, 60);
    soon().until(() -> mail.getReceivedMessages().length == 1);

    as("ben").delete("/api/artifacts/{id}/alerts/{a}", id, alert).then().statusCode(204);
    as("ben").get("/api/alerts").then().body("$", hasSize(0));
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement();
        var rows = statement.executeQuery("select count(*) from signer_to_forget")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
    assertThat(connectors.asked("POST /deliveries")).hasSize(1);
  }

  @Test
  void row_19_tests_are_few() {
    String id = createGranted("ben");
    refresh(id, 90);
    String alert = add("ben", id, above(100)).path("id");
    for (int i = 0; i < 6; i++) {
      as("ben").post("/api/artifacts/{id}/alerts/{a}/test", id, alert).then().statusCode(202);
    }

    as("ben").post("/api/artifacts/{id}/alerts/{a}/test", id, alert).then().statusCode(429);
  }

  @Test
  void what_cannot_work_is_refused_with_what_to_do() {
    String id = createGranted("ben");

    post("ben", id, above(100))
        .then()
        .statusCode(409)
        .body("detail", containsString("Schedule this artifact"));
    refresh(id, 90);
    Map<String, Object> fieldless =
        wish(Map.of("kind", "aggregate", "of", "sum"), Map.of("op", ">", "value", 1));
    post("ben", id, fieldless)
        .then()
        .statusCode(400)
        .body("detail", equalTo("Choose the field to look at."));
    post("ben", id, wish(Map.of("kind", "telepathy"), null)).then().statusCode(400);
    as("ben")
        .get("/api/alerts/channels")
        .then()
        .body("mail.available", equalTo(true))
        .body("mail.address", equalTo("ben@acme.test"));
  }
}
