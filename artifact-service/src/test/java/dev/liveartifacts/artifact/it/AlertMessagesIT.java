package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How somebody is told: by mail, by webhook, after quiet hours. */
@QuarkusTest
@WithTestResource(MailServer.class)
class AlertMessagesIT extends AlertCase {
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
}
