package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandoverIT extends RunningService {
  private static final String TOLD = "POST /handovers";

  @Test
  void a_new_owner_has_everything_and_the_one_before_stays_as_an_editor() {
    hear();
    String id = createGranted("ben");
    String cleo = id("cleo");
    share("ben", id, "cleo@acme.test", "viewer");

    give("ben", id, Map.of("personId", cleo)).then().statusCode(204);

    as("cleo").get("/api/artifacts/{id}", id).then().body("role", equalTo("owner"));
    as("ben").get("/api/artifacts/{id}", id).then().body("role", equalTo("editor"));
    as("cleo")
        .get("/api/artifacts/{id}/shares", id)
        .then()
        .body("items.email", contains("ben@acme.test"));
    as("cleo").get("/api/artifacts?scope=mine").then().body("id", contains(id));
    as("ben").get("/api/artifacts?scope=mine").then().body("", empty());
    give("ben", id, Map.of("personId", id("ada"))).then().statusCode(403);
    as("cleo")
        .get("/api/notices")
        .then()
        .body("items[0].kind", equalTo("ownership"))
        .body("items[0].title", equalTo("“Open pipeline” is yours now"));
  }

  @Test
  void row_13_what_the_owner_before_recorded_is_not_delegated_by_the_next() {
    hear();
    String id = createGranted("ben");
    call("ben", id, Map.of("name", TOOL, "args", Map.of("secret", "of ben")))
        .then()
        .statusCode(200);
    Awaitility.await()
        .untilAsserted(() ->
            as("ben")
                .get("/api/artifacts/{id}/delegation/proposal", id)
                .then()
                .body("calls.size()", equalTo(1)));
    id("cleo");

    give("ben", id, Map.of("email", "CLEO@acme.test ")).then().statusCode(204);

    as("cleo")
        .get("/api/artifacts/{id}/delegation/proposal", id)
        .then()
        .statusCode(200)
        .body("calls", empty());
  }

  @Test
  void both_services_are_told_until_they_have_done_it_also_when_one_is_away_at_that_moment() {
    String id = createGranted("ben");
    String cleo = id("cleo");
    connectors.on(TOLD, Reply.json(204, ""));
    scheduler.close();

    give("ben", id, Map.of("personId", cleo)).then().statusCode(204);
    soon().until(() -> connectors.asked(TOLD).size() == 1);
    scheduler = new FakeService(config("live.scheduler-service-url")).on(TOLD, Reply.json(204, ""));
    soon().until(() -> scheduler.asked(TOLD).size() == 1);
    soon().until(() -> leftToDo() == 0);

    assertThat(connectors.asked(TOLD)).as("who knows is not told again").hasSize(1);
    JsonObject told = new JsonObject(scheduler.asked(TOLD).getFirst().body());
    assertThat(told.getString("artifactId")).isEqualTo(id);
    assertThat(told.getString("subject")).isEqualTo("ben");
    assertThat(told.getString("issuer")).isEqualTo(infra.signIn().url());
    assertThat(told.getValue("before")).as("everything ends").isNull();
    assertThat(scheduler.asked(TOLD).getFirst().header("Authorization"))
        .as("the service speaks for itself")
        .startsWith("Bearer ")
        .isNotEqualTo("Bearer " + infra.signIn().accessToken("ben"));
  }

  @Test
  void what_is_given_after_an_artifact_came_back_stays() {
    String id = createGranted("ben");
    String cleo = id("cleo");
    connectors.on(TOLD, Reply.json(503, "{}"));
    scheduler.on(TOLD, Reply.json(503, "{}"));
    give("ben", id, Map.of("personId", cleo)).then().statusCode(204);
    give("cleo", id, Map.of("personId", id("ben"))).then().statusCode(204);

    hear();
    soon().until(() -> leftToDo() == 0);

    assertThat(
            connectors.asked(TOLD).stream()
                .map(asked -> new JsonObject(asked.body()))
                .filter(body -> body.getString("subject").equals("ben"))
                .map(body -> body.getString("before")))
        .last()
        .asString()
        .isNotEqualTo("null");
  }

  @Test
  void an_administrator_reassigns_what_was_left_behind_and_sees_nothing_of_it() throws Exception {
    hear();
    String id = createGranted("ben");
    String cleo = id("cleo");
    try (Line ben =
        new Line(app.resolve("/api/events?artifact=" + id), infra.signIn().accessToken("ben"))) {
      ben.hears(":");

      as("ada")
          .body(Map.of("personId", cleo))
          .post("/api/admin/artifacts/{id}/owner", id)
          .then()
          .statusCode(204);

      ben.hears("event:revoked");
    }
    as("ben").get("/api/artifacts/{id}", id).then().statusCode(404);
    as("cleo").get("/api/artifacts/{id}", id).then().body("role", equalTo("owner"));
    as("ada").get("/api/artifacts/{id}", id).then().statusCode(404);
    as("ben")
        .get("/api/notices")
        .then()
        .body("items[0].title", equalTo("“Open pipeline” is not yours any more"))
        .body("items[0].text", containsString("An administrator made Cleo Marsh its owner."));
  }

  @Test
  void row_12_only_an_administrator_reassigns_and_only_an_owner_transfers() {
    String id = createGranted("ben");
    String cleo = id("cleo");
    share("ben", id, "cleo@acme.test", "editor");

    for (String who : List.of("ben", "cleo", "stranger")) {
      as(who)
          .body(Map.of("personId", cleo))
          .post("/api/admin/artifacts/{id}/owner", id)
          .then()
          .statusCode(403);
    }
    give("cleo", id, Map.of("personId", cleo)).then().statusCode(403);
    give("stranger", id, Map.of("personId", cleo)).then().statusCode(404);
    give("ada", id, Map.of("personId", cleo)).then().statusCode(404);
    as("ada")
        .body(Map.of("personId", cleo))
        .post("/api/admin/artifacts/{id}/owner", UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  @Test
  void what_is_no_new_owner_is_refused_with_a_sentence() {
    String id = createGranted("ben");

    give("ben", id, Map.of("email", "nobody@acme.test"))
        .then()
        .statusCode(409)
        .body("detail", containsString("Ask them to sign in once"));
    give("ben", id, Map.of("personId", UUID.randomUUID().toString())).then().statusCode(409);
    give("ben", id, Map.of("personId", id("ben")))
        .then()
        .statusCode(409)
        .body("detail", equalTo("Ben Okri is its owner already."));
    give("ben", id, Map.of()).then().statusCode(400);
  }

  private void hear() {
    connectors.on(TOLD, Reply.json(204, ""));
    scheduler.on(TOLD, Reply.json(204, ""));
  }

  private Response give(String who, String id, Map<String, Object> heir) {
    return as(who).body(heir).post("/api/artifacts/{id}/owner", id);
  }

  private String id(String person) {
    return as(person).get("/api/me").path("id");
  }

  private int leftToDo() throws Exception {
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from handover")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static org.awaitility.core.ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }
}
