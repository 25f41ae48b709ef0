package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PushIT extends RunningService {
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

  private Line open(String person, String id) throws Exception {
    Line line =
        new Line(
            app.resolve("/api/artifacts/" + id + "/events"), infra.signIn().accessToken(person));
    line.hears(":");
    return line;
  }
}
