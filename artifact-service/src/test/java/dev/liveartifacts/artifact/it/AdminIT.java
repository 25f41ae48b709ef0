package dev.liveartifacts.artifact.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdminIT extends RunningService {
  private void everybodyWasHere() {
    Stream.of("ada", "ben", "cleo").forEach(who -> as(who).get("/api/me").then().statusCode(200));
  }

  @Test
  void people_and_groups_are_listed_part_by_part_with_what_they_have() {
    everybodyWasHere();
    create("ben");

    String next =
        as("ada")
            .get("/api/admin/people?limit=2")
            .then()
            .statusCode(200)
            .body("items.name", contains("Ada Lovelace", "Ben Okri"))
            .body("items[1].artifacts", equalTo(1))
            .body("items[1].groups", contains("sales"))
            .extract()
            .path("next");
    as("ada")
        .get("/api/admin/people?limit=2&after=" + next)
        .then()
        .body("items.name", contains("Cleo Marsh"))
        .body("next", nullValue());
    as("ada").get("/api/admin/people?query=finance").then().body("items", hasSize(2));
    as("ada")
        .get("/api/admin/groups")
        .then()
        .statusCode(200)
        .body("items.name", contains("admins", "finance", "sales"))
        .body("items.find { it.name == 'finance' }.people", equalTo(2));
  }

  @Test
  void an_administrator_sees_that_an_artifact_is_there_and_whose_but_not_what_is_in_it() {
    String id = create("ben");

    as("ada")
        .get("/api/admin/artifacts?query=pipeline")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].title", equalTo("Open pipeline"))
        .body("items[0].owner.name", equalTo("Ben Okri"))
        .body("items[0].connectors", contains("Acme CRM"))
        .body("items[0].html", nullValue());
    as("ada").get("/api/admin/artifacts?owner=" + CRM).then().body("items", hasSize(0));
    as("ada").get("/api/artifacts/{id}", id).then().statusCode(404);
    as("ada").get("/api/artifacts/{id}/versions/1/html", id).then().statusCode(404);
  }

  @Test
  void budgets_are_those_of_questions_and_those_of_making_pages() throws SQLException {
    String id = create("ben");
    try (Connection connection = infra.database("artifact").connect()) {
      connection
          .createStatement()
          .execute(
              """
              insert into ask_usage (artifact_id, person_id, day, tokens)
                select id, owner_id, (now() at time zone 'utc')::date, 400 from artifact;
              insert into description (id, person_id, wish, sources, state, tokens, alive_at, created_at)
                select gen_random_uuid(), owner_id, 'x', '{}', 'done', 700, now(), now() from artifact
              """);
    }

    as("ada")
        .get("/api/admin/budgets")
        .then()
        .statusCode(200)
        .body("asks.tokensPerDay", equalTo(1000))
        .body("asks.items[0].artifactId", equalTo(id))
        .body("asks.items[0].tokensUsed", equalTo(400))
        .body("authoring.items[0].personName", equalTo("Ben Okri"))
        .body("authoring.items[0].tokensUsed", equalTo(700))
        .body("authoring.tokensPerDay", greaterThan(1000))
        .body("resetsAt", notNullValue());
  }

  @Test
  void the_system_says_how_each_part_is_and_which_replicas_there_are() {
    connectors.on(
        "GET /q/health/ready",
        FakeService.Reply.json(
            "{\"status\":\"UP\",\"checks\":[{\"name\":\"Redis\",\"status\":\"UP\",\"data\":{\"state\":\"there\"}}]}"));

    as("ada")
        .get("/api/admin/system")
        .then()
        .statusCode(200)
        .body("version", notNullValue())
        .body(
            "parts.findAll { it.service == 'connector-service' }.name",
            hasItems("connector-service", "Redis"))
        .body(
            "parts.find { it.service == 'connector-service' && it.name == 'Redis' }.details",
            equalTo("state: there"))
        .body("parts.find { it.name == 'scheduler-service' }.up", equalTo(false))
        .body("parts.findAll { it.service == 'artifact-service' }.name", hasItem("Redis"))
        .body(
            "parts.findAll { it.service == 'artifact-service' && it.name == 'Redis' }.up",
            everyItem(equalTo(true)));
  }

  @Test
  void nobody_but_an_administrator_gets_any_of_it() {
    for (String path :
        List.of("people", "groups", "artifacts", "budgets", "system", "policy-reports")) {
      as("ben").get("/api/admin/" + path).then().statusCode(403);
      nobody().get("/api/admin/" + path).then().statusCode(401);
    }
  }

  @Test
  void what_a_policy_blocked_is_counted_on_both_hosts_without_what_an_address_could_carry() {
    String old =
        """
        {"csp-report": {"effective-directive": "connect-src", "document-uri": "https://pages.test/p/ticket",
         "blocked-uri": "https://salary-4711.cdn.evil.test/?q=4711", "script-sample": "4711"}}
        """;
    String fresh =
        """
        [{"type": "csp-violation", "body": {"effectiveDirective": "script-src-elem", "blockedURL": "inline"}},
         {"type": "deprecation", "body": {"id": "4711"}}]
        """;
    for (int i = 0; i < 2; i++) {
      onSandbox()
          .contentType("application/csp-report")
          .body(old.getBytes(UTF_8))
          .post("/csp-reports")
          .then()
          .statusCode(204);
    }
    nobody()
        .contentType("application/reports+json")
        .body(fresh.getBytes(UTF_8))
        .post("/csp-reports")
        .then()
        .statusCode(204);
    nobody()
        .contentType("application/csp-report")
        .body("no json".getBytes(UTF_8))
        .post("/csp-reports")
        .then()
        .statusCode(204);
    nobody().body("x".repeat(100_000).getBytes(UTF_8)).post("/csp-reports").then().statusCode(413);

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            as("ada")
                .get("/api/admin/policy-reports")
                .then()
                .statusCode(200)
                .body("site", containsInAnyOrder("pages", "app"))
                .body("find { it.site == 'pages' }.blocked", equalTo("evil.test"))
                .body("find { it.site == 'pages' }.count", equalTo(2))
                .body("find { it.site == 'app' }.directive", equalTo("script-src-elem"))
                .body("find { it.site == 'app' }.blocked", equalTo("inline")));
  }
}
