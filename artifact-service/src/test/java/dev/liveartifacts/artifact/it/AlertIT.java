package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import dev.liveartifacts.artifact.snapshot.SnapshotStored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody is told about: over real Kafka, PostgreSQL and SMTP. */
@QuarkusTest
@WithTestResource(MailServer.class)
class AlertIT extends AlertCase {
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
}
