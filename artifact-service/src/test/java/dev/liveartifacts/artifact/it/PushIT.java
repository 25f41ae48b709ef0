package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    String share = as("ben").get("/api/artifacts/{id}/shares", id).path("[0].id");
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
        Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.execute("alter table share disable trigger announce");
      statement.execute("delete from share");
      statement.execute("alter table share enable trigger announce");
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen live_change'");

      cleo.hears("event:revoked");
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
  void a_refresh_that_lands_is_told_to_everyone_who_looks() throws Exception {
    String id = createGranted("ben");
    RefreshFinished run =
        new RefreshFinished(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.fromString(id),
            RunOutcome.PARTLY,
            List.of(),
            Instant.now(),
            null,
            null);
    RefreshFinished old =
        new RefreshFinished(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.fromString(id),
            RunOutcome.PARTLY,
            List.of(),
            Instant.now().minus(Duration.ofHours(1)),
            null,
            null);
    try (Line ben = open("ben", id);
        KafkaProducer<String, String> producer = producer()) {
      producer
          .send(new ProducerRecord<>("refresh.finished" + infra.topicSuffix(), id, "not json"))
          .get();
      producer
          .send(
              new ProducerRecord<>(
                  "refresh.finished" + infra.topicSuffix(), id, json.writeValueAsString(old)))
          .get();

      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> {
            producer
                .send(
                    new ProducerRecord<>(
                        "refresh.finished" + infra.topicSuffix(), id, json.writeValueAsString(run)))
                .get();
            assertThat(ben.text())
                .contains(
                    "event:refreshed\ndata:{\"runId\":\""
                        + run.runId()
                        + "\",\"outcome\":\"partly\",\"finishedAt\":\""
                        + run.finishedAt()
                        + "\"}")
                .doesNotContain(old.runId().toString());
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

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", infra.kafkaBootstrap()),
        new StringSerializer(),
        new StringSerializer());
  }

  /** An open event stream. */
  private static final class Line implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> text = new ConcurrentLinkedQueue<>();
    private final InputStream stream;
    private final CompletableFuture<Void> end;

    Line(URI address, String token) throws Exception {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      stream = response.body();
      end = CompletableFuture.runAsync(this::read);
    }

    void hears(String expected) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(text()).contains(expected));
    }

    String text() {
      return String.join("", text);
    }

    boolean ended() {
      return end.isDone();
    }

    @Override
    public void close() throws Exception {
      stream.close();
      client.shutdownNow();
    }

    private void read() {
      byte[] buffer = new byte[1_024];
      try {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          text.add(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
      } catch (java.io.IOException closed) {
        text.add("\n(closed)");
      }
    }
  }
}
