package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PushIT extends RunningService {
  @Inject ObjectMapper json;

  @Test
  void an_open_page_hears_of_a_new_version_and_of_its_storage_in_another_tab() throws Exception {
    String id = createGranted("ben");
    try (Line line = open("ben", id)) {
      as("ben")
          .body(Map.of("html", "<p>"))
          .post("/api/artifacts/{id}/versions", id)
          .then()
          .statusCode(201);
      as("ben")
          .body(Map.of("set", Map.of("stage", "won")))
          .patch("/api/artifacts/{id}/storage", id)
          .then()
          .statusCode(200);

      line.hears("event:changed\ndata:{\"version\":2}");
      line.hears("event:storage\ndata:{\"revision\":1}");
    }
  }

  @Test
  void storage_is_told_to_its_own_person_alone() throws Exception {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    try (Line cleo = open("cleo", id)) {
      as("ben")
          .body(Map.of("set", Map.of("stage", "won")))
          .patch("/api/artifacts/{id}/storage", id)
          .then()
          .statusCode(200);
      as("ben")
          .body(Map.of("html", "<p>"))
          .post("/api/artifacts/{id}/versions", id)
          .then()
          .statusCode(201);

      cleo.hears("event:changed");
      assertThat(cleo.text()).doesNotContain("event:storage");
    }
  }

  @Test
  void a_revoked_viewer_is_hung_up_on_within_seconds() throws Exception {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    String share = as("ben").get("/api/artifacts/{id}/shares", id).path("items[0].id");
    try (Line cleo = open("cleo", id);
        Line ben = open("ben", id)) {
      as("ben").delete("/api/artifacts/{id}/shares/{share}", id, share).then().statusCode(204);

      cleo.hears("event:revoked\ndata:{}");
      Awaitility.await().atMost(Duration.ofSeconds(5)).until(cleo::ended);
      assertThat(ben.ended()).isFalse();
      assertThat(ben.text()).doesNotContain("revoked");
    }
  }

  @Test
  void a_revocation_that_nobody_could_announce_is_noticed_when_the_connection_is_back()
      throws Exception {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    try (Line cleo = open("cleo", id);
        Line ben = open("ben", id);
        Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.execute("alter table share disable trigger announce");
      statement.execute("delete from share");
      statement.execute("alter table share enable trigger announce");
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen"
              + " live_change'");

      cleo.hears("event:revoked");
      ben.hears("event:missed\ndata:{}");
      assertThat(ben.ended()).isFalse();
    }
    try (Line ben = open("ben", id)) {
      as("ben").body(Map.of("html", "<p>")).post("/api/artifacts/{id}/versions", id);

      ben.hears("event:changed");
    }
  }

  @Test
  void a_deleted_artifact_closes_its_pages() throws Exception {
    String id = createGranted("ben");
    try (Line ben = open("ben", id)) {
      as("ben").delete("/api/artifacts/{id}", id).then().statusCode(204);

      ben.hears("event:revoked");
    }
  }

  @Test
  void one_stream_tells_of_several_artifacts_and_says_which() throws Exception {
    String first = createGranted("ben");
    String second = createGranted("ben");
    share("ben", first, "cleo@acme.test", "viewer");
    share("ben", second, "cleo@acme.test", "viewer");
    String hidden = createGranted("ada");
    String share = as("ben").get("/api/artifacts/{id}/shares", first).path("items[0].id");
    try (Line cleo = openMany("cleo", first, second, hidden)) {
      cleo.hears("event:revoked\ndata:{\"artifactId\":\"" + hidden + "\"}");

      as("ben").body(Map.of("html", "<p>")).post("/api/artifacts/{id}/versions", first);
      cleo.hears("event:changed\ndata:{\"version\":2,\"artifactId\":\"" + first + "\"}");
      as("ben").delete("/api/artifacts/{id}/shares/{share}", first, share).then().statusCode(204);
      cleo.hears("event:revoked\ndata:{\"artifactId\":\"" + first + "\"}");

      as("ben").body(Map.of("html", "<i>")).post("/api/artifacts/{id}/versions", first);
      as("ada").body(Map.of("html", "<i>")).post("/api/artifacts/{id}/versions", hidden);
      as("ben").body(Map.of("html", "<p>")).post("/api/artifacts/{id}/versions", second);
      cleo.hears("event:changed\ndata:{\"version\":2,\"artifactId\":\"" + second + "\"}");
      assertThat(cleo.text())
          .as("row 11: nothing of what is not hers")
          .doesNotContain("\"version\":3")
          .doesNotContain("\"version\":2,\"artifactId\":\"" + hidden);
      assertThat(cleo.ended()).isFalse();
    }
  }

  @Test
  void a_stream_is_of_one_to_fifty_artifacts() {
    as("ben").get("/api/events").then().statusCode(400);
    as("ben").get("/api/events?artifact=x").then().statusCode(404);
    String many =
        Stream.generate(() -> "artifact=" + UUID.randomUUID())
            .limit(51)
            .collect(Collectors.joining("&"));
    as("ben").get("/api/events?" + many).then().statusCode(400);
    nobody().get("/api/events?artifact=" + UUID.randomUUID()).then().statusCode(401);
  }

  @Test
  void a_page_hears_how_far_a_refresh_is() throws Exception {
    String id = createGranted("ben");
    RefreshProgress progress =
        new RefreshProgress(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.fromString(id),
            1,
            2,
            new CallReport(
                1,
                "ab",
                CRM,
                "Acme CRM",
                "list_deals",
                40,
                null,
                null,
                null,
                false,
                CallError.of(ErrorCode.SERVER_UNAVAILABLE, "No answer.")),
            Instant.now());
    try (Line ben = openMany("ben", id);
        KafkaProducer<String, String> producer = producer()) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            send(producer, id, "no progress");
            send(producer, id, json.writeValueAsString(progress));
            assertThat(ben.text())
                .contains("event:progress\ndata:{\"runId\":\"" + progress.runId())
                .contains("\"done\":1,\"total\":2,\"call\":{\"position\":1")
                .contains("\"state\":\"failed\"")
                .contains("\"message\":\"No answer.\"")
                .contains("\"artifactId\":\"" + id);
          });
    }
  }

  private Line open(String person, String id) throws Exception {
    Line line =
        new Line(
            app.resolve("/api/artifacts/" + id + "/events"), infra.signIn().accessToken(person));
    line.hears(":");
    return line;
  }

  private Line openMany(String person, String... ids) throws Exception {
    String query = Stream.of(ids).map(id -> "artifact=" + id).collect(Collectors.joining("&"));
    Line line = new Line(app.resolve("/api/events?" + query), infra.signIn().accessToken(person));
    line.hears(":");
    return line;
  }

  private void send(KafkaProducer<String, String> producer, String key, String event)
      throws Exception {
    producer.send(new ProducerRecord<>("refresh.progress" + infra.topicSuffix(), key, event)).get();
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", infra.kafkaBootstrap()),
        new StringSerializer(),
        new StringSerializer());
  }
}
