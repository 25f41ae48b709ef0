package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import dev.liveartifacts.artifact.it.FakeService.Reply;
import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import dev.liveartifacts.artifact.snapshot.SnapshotStored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a finished run to a mail: over real Kafka, PostgreSQL and SMTP. */
@QuarkusTest
@WithTestResource(MailServer.class)
class AlertIT extends RunningService {
  private static final String HOOK = "https://hooks.example.com/x";

  private static final String DEALS =
      "{\"structuredContent\":{\"deals\":[{\"id\":1,\"amount\":90}]}}";

  @Inject ObjectMapper json;
  @Inject Event<SnapshotStored> stored;
  private Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(3));
  private int runsMade;
  private FinishedRuns runs;
  private GreenMail mail;

  @BeforeEach
  void begin() {
    runs = new FinishedRuns(infra, json, connectors);
    mail = MailServer.started(ConfigProvider.getConfig().getValue("live.mail.port", Integer.class));
    connectors
        .on("POST /deliveries/check", Reply.json(204, ""))
        .on("POST /deliveries", Reply.json("{\"outcome\":\"accepted\"}"));
  }

  @AfterEach
  void end() {
    runs.close();
    mail.stop();
  }

  @Test
  void an_episode_is_mailed_once_and_told_in_the_app() throws Exception {
    String id = createGranted("ben");
    refresh(id, 90);
    String alert = add("ben", id, above(100)).path("id");

    refresh(id, 120);
    refresh(id, 130);

    soon().until(() -> mail.getReceivedMessages().length == 1);
    assertThat(mail.getReceivedMessages()[0].getSubject())
        .isEqualTo("Sum of amount in Acme CRM · list deals is above 100");
    assertThat(alerted()).containsExactly("ben@acme.test");
    assertThat(mail.getReceivedMessages()[0].getContent().toString())
        .contains("Sum of amount is 120, above 100.")
        .contains(app + "/a/" + id)
        .contains(app + "/alerts?alert=" + alert);
    as("ben")
        .get("/api/notices")
        .then()
        .body("unread", equalTo(1))
        .body("items[0].kind", equalTo("alert"))
        .body("items[0].text", equalTo("Sum of amount is 120, above 100."));
    soon()
        .untilAsserted(() ->
            as("ben")
                .get("/api/artifacts/{id}/alerts", id)
                .then()
                .body("[0].state", equalTo("firing"))
                .body("[0].found", equalTo("Sum of amount is 130, above 100."))
                .body("[0].sent[0].state", equalTo("delivered")));

    refresh(id, 80);
    soon()
        .untilAsserted(() ->
            as("ben")
                .get("/api/artifacts/{id}/alerts/{aid}/episodes", id, alert)
                .then()
                .body("$", hasSize(1))
                .body("[0].words", equalTo("Sum of amount is 120, above 100."))
                .body("[0].overWords", equalTo("Sum of amount is 80, not above 100.")));
    refresh(id, 200);
    soon().until(() -> mail.getReceivedMessages().length == 2);
    as("cleo").get("/api/notices").then().body("unread", equalTo(0));
  }

  @Test
  void what_a_replica_missed_is_looked_at_later_and_what_comes_twice_is_told_once()
      throws Exception {
    String id = createGranted("ben");
    refresh(id, 90);
    add("ben", id, above(100));
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.execute("update alert set paused = true");
      refresh(id, 120);
      statement.execute("update alert set paused = false");
    }
    for (int i = 0; i < 5; i++) {
      stored.fire(new SnapshotStored(UUID.fromString(id), UUID.randomUUID()));
    }

    soon().until(() -> mail.getReceivedMessages().length == 1);
    soon().untilAsserted(() -> assertThat(state("ben", id)).isEqualTo("firing"));
    as("ben").get("/api/notices").then().body("items", hasSize(1));
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_connection_that_is_lost_is_told_and_so_is_its_return() throws Exception {
    String id = createGranted("ben");
    refresh(id, 1);
    Map<String, Object> wish = wish(Map.of("kind", "connection"), null);
    wish.put("tellWhenOver", true);
    add("ben", id, wish);

    finish(id, Made.failed(0, "list_deals"));
    soon().until(() -> mail.getReceivedMessages().length == 1);
    refresh(id, 1);

    soon().until(() -> mail.getReceivedMessages().length == 2);
    assertThat(mail.getReceivedMessages()[0].getContent().toString())
        .contains("Acme CRM could not be reached: Acme CRM did not answer in time.");
    assertThat(mail.getReceivedMessages()[1].getSubject())
        .isEqualTo("Over: Acme CRM · list deals cannot be reached");
  }

  @Test
  void quiet_hours_hold_a_mail_back_and_it_says_what_was_over_by_then() throws Exception {
    String id = createGranted("ben");
    refresh(id, 90);
    Map<String, Object> quiet = quietNow(above(100));
    add("ben", id, quiet);

    refresh(id, 120);
    soon().untilAsserted(() -> as("ben").get("/api/notices").then().body("unread", equalTo(1)));
    refresh(id, 50);
    soon().untilAsserted(() -> assertThat(state("ben", id)).isEqualTo("calm"));

    as("ben")
        .get("/api/artifacts/{id}/alerts", id)
        .then()
        .body("[0].sent[0].state", equalTo("held"));
    assertThat(mail.getReceivedMessages()).isEmpty();
    endQuietHours();
    soon().until(() -> mail.getReceivedMessages().length == 1);
    assertThat(mail.getReceivedMessages()[0].getContent().toString())
        .contains("Sum of amount is 120, above 100.")
        .contains("It was over by")
        .contains("Sum of amount is 50, not above 100.");
  }

  @Test
  void row_11_what_quiet_hours_held_back_is_not_sent_to_whom_it_is_not_shared_with_any_more()
      throws Exception {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    finish(id, deals(90).ofTheWorkspace());
    Map<String, Object> hooked = quietNow(above(100));
    connectors.on("POST /deliveries/check", Reply.json(204, ""));
    signerIsKnown();
    hooked.put("webhookUrl", HOOK);
    add("cleo", id, hooked);
    add("ben", id, quietNow(above(100)));
    finish(id, deals(120).ofTheWorkspace());
    soon().until(() -> held() == 3);

    String share = as("ben").get("/api/artifacts/{id}/shares", id).path("items[0].id");
    as("ben").delete("/api/artifacts/{id}/shares/{share}", id, share).then().statusCode(204);
    endQuietHours();

    soon().until(() -> held() == 0);
    assertThat(alerted()).containsExactly("ben@acme.test");
    assertThat(connectors.asked("POST /deliveries")).isEmpty();
  }

  @Test
  void what_quiet_hours_held_back_is_not_sent_when_its_alert_is_deleted() throws Exception {
    String id = createGranted("ben");
    refresh(id, 90);
    String alert = add("ben", id, quietNow(above(100))).path("id");
    refresh(id, 120);
    soon().until(() -> held() == 1);

    as("ben").delete("/api/artifacts/{id}/alerts/{a}", id, alert).then().statusCode(204);

    assertThat(held()).isZero();
  }

  @Test
  void a_webhook_is_checked_signed_and_says_what_happened() throws Exception {
    String id = createGranted("ben");
    refresh(id, 90);
    connectors.on(
        "POST /deliveries/check",
        asked ->
            asked.body().contains("10.0.0.1")
                ? Reply.json(
                    400, "{\"detail\":\"The endpoint's address is private: not allowed.\"}")
                : Reply.json(204, ""));
    signerIsKnown();
    Map<String, Object> wish = above(100);
    wish.put("webhookUrl", "https://10.0.0.1/");
    post("ben", id, wish)
        .then()
        .statusCode(400)
        .body("detail", equalTo("The endpoint's address is private: not allowed."));
    wish.put("webhookUrl", HOOK);

    Response made = add("ben", id, wish);
    refresh(id, 120);

    made.then().body("webhookSecret", equalTo("whsec_x"));
    soon().until(() -> connectors.asked("POST /deliveries").size() == 1);
    JsonObject sent = new JsonObject(connectors.asked("POST /deliveries").getFirst().body());
    JsonObject body = new JsonObject(sent.getString("body"));
    assertThat(sent.getString("url")).isEqualTo(HOOK);
    assertThat(body.getString("type")).isEqualTo("alert.began");
    assertThat(body.getJsonObject("data").getString("text"))
        .isEqualTo("Sum of amount is 120, above 100.");
    assertThat(body.getJsonObject("data").getJsonObject("artifact").getString("url"))
        .isEqualTo(app + "/a/" + id);
    as("ben")
        .get("/api/artifacts/{id}/alerts", id)
        .then()
        .body("[0].webhookSecret", nullValue())
        .body("[0].signer", nullValue());
  }

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
  void a_field_that_is_gone_is_told_once_and_not_taken_for_zero() throws Exception {
    String id = createGranted("ben");
    refresh(id, 90);
    add("ben", id, above(100));

    finish(id, deals("{\"structuredContent\":{\"deals\":[{\"id\":1,\"total\":5}]}}"));
    finish(id, deals("{\"structuredContent\":{\"deals\":[{\"id\":1,\"total\":6}]}}"));

    soon().untilAsserted(() -> assertThat(state("ben", id)).isEqualTo("trouble"));
    as("ben")
        .get("/api/artifacts/{id}/alerts", id)
        .then()
        .body("[0].trouble", equalTo("The field “amount” is not in the data any more."));
    as("ben")
        .get("/api/notices")
        .then()
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("alert_broken"));
    refresh(id, 120);
    soon().untilAsserted(() -> assertThat(state("ben", id)).isEqualTo("firing"));
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

  private void refresh(String id, int amount) {
    finish(id, deals(amount));
  }

  private void finish(String id, Made... calls) {
    at = at.plusSeconds(60);
    runs.finish(id, at, calls);
    int wanted = ++runsMade;
    soon()
        .untilAsserted(() ->
            as("ben").get("/api/artifacts/{id}/snapshots", id).then().body("$", hasSize(wanted)));
  }

  private static Made deals(int amount) {
    return deals(
        "{\"structuredContent\":{\"deals\":[{\"id\":1,\"amount\":%d}]}}".formatted(amount));
  }

  private static Made deals(String result) {
    return Made.good(0, "list_deals", Map.of(), result);
  }

  private void signerIsKnown() {
    connectors.onAny("PUT /deliveries/signers/", asked -> Reply.json("{\"secret\":\"whsec_x\"}"));
  }

  private static Map<String, Object> above(int threshold) {
    return wish(
        Map.of("kind", "aggregate", "of", "sum", "field", "amount"),
        Map.of("op", ">", "value", threshold));
  }

  private static Map<String, Object> wish(Map<String, ?> measure, Map<String, ?> comparison) {
    Map<String, Object> condition = new HashMap<>();
    condition.put("connectorId", CRM.toString());
    condition.put("tool", "list_deals");
    condition.put("measure", measure);
    condition.put("comparison", comparison);
    Map<String, Object> wish = new HashMap<>();
    wish.put("condition", condition);
    wish.put("mail", true);
    wish.put("tellWhenOver", false);
    return wish;
  }

  private static Map<String, Object> quietNow(Map<String, Object> wish) {
    LocalTime now = LocalTime.now(ZoneOffset.UTC);
    wish.put(
        "quiet",
        Map.of(
            "from",
            now.minusHours(1).toString(),
            "to",
            now.plusHours(2).toString(),
            "timeZone",
            "UTC",
            "weekends",
            false));
    return wish;
  }

  /** Who got a mail from an alert; sharing tells by mail as well. */
  private List<String> alerted() throws Exception {
    List<String> people = new ArrayList<>();
    for (MimeMessage told : mail.getReceivedMessages()) {
      if (told.getContent().toString().contains("You asked to be told")) {
        people.add(told.getAllRecipients()[0].toString());
      }
    }
    return people;
  }

  private int held() throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("select count(*) from delivery where state = 'waiting'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void endQuietHours() throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.execute("update delivery set next_at = now()");
    }
  }

  private Response add(String person, String id, Map<String, Object> wish) {
    return post(person, id, wish).then().statusCode(201).extract().response();
  }

  private Response post(String person, String id, Map<String, Object> wish) {
    return as(person).body(wish).post("/api/artifacts/{id}/alerts", id);
  }

  private String state(String person, String id) {
    JsonPath all = as(person).get("/api/artifacts/{id}/alerts", id).jsonPath();
    return all.getString("[0].state");
  }

  private static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }
}
