package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditIT extends RunningService {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private List<Map<String, Object>> entries(String query) {
    return as("ada")
        .get("/api/admin/audit?" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  private List<Map<String, Object>> written(String query, int atLeast) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> entries(query), found -> found.size() >= atLeast);
  }

  private String sql(String statement) throws SQLException {
    try (Connection connection = infra.database("artifact").connect();
        Statement prepared = connection.createStatement()) {
      return prepared.execute(statement) ? text(prepared.getResultSet()) : "";
    }
  }

  private static String text(ResultSet rows) throws SQLException {
    StringBuilder text = new StringBuilder();
    while (rows.next()) {
      text.append(rows.getString(1)).append('\n');
    }
    return text.toString();
  }

  @Test
  void the_log_says_who_did_what_to_which_artifact_and_tool_how_it_ended_and_from_where() {
    String id = createGranted("ada");
    share("ada", id, "ben@acme.test", "viewer");
    as("ben").body(Map.of()).post("/api/artifacts/{id}/tickets", id).then().statusCode(200);
    text(call("ben", id, Map.of("name", TOOL, "args", Map.of())));
    text(call("ben", id, Map.of("name", WRITING, "args", Map.of())));
    as("cleo").get("/api/artifacts/{id}", id).then().statusCode(404);

    List<Map<String, Object>> log = written("artifact=" + id, 6);

    assertThat(log)
        .extracting(entry ->
            entry.get("personName") + " " + entry.get("action") + " " + entry.get("outcome"))
        .containsExactlyInAnyOrder(
            "Ada Lovelace grant.change done",
            "Ada Lovelace share.add done",
            "Ben Okri artifact.open done",
            "Ben Okri artifact.call fresh",
            "Ben Okri artifact.call failed",
            "Cleo Marsh other.read refused");
    assertThat(log)
        .filteredOn(entry -> "fresh".equals(entry.get("outcome")))
        .first()
        .satisfies(called -> {
          assertThat(called)
              .containsEntry("connectorId", CRM.toString())
              .containsEntry("connector", "acme-crm")
              .containsEntry("tool", "list_deals")
              .containsEntry("artifactTitle", "Open pipeline")
              .containsEntry("actor", "program")
              .containsEntry("address", "127.0.0.1");
          assertThat(called.get("agent").toString()).contains("Java");
        });
    assertThat(entries("artifact=" + id + "&outcome=failed").getFirst())
        .containsEntry("code", "approval_required")
        .containsEntry("tool", "move_deal");
  }

  @Test
  void row_20_no_content_and_no_token_ever_gets_into_the_log() throws Exception {
    String secret = "s3cr3t-of-acme";
    connectors.on(
        "POST /calls", FakeService.Reply.answer("fresh", answer().replace("[1.0,2e3]", secret)));
    String id = createGranted("ada");
    as("ada").body(Map.of("title", secret)).patch("/api/artifacts/{id}", id);
    as("ada")
        .body(Map.of("html", "<p>" + secret, "summary", secret))
        .post("/api/artifacts/{id}/versions", id);
    as("ada")
        .header("User-Agent", secret)
        .header("X-Forwarded-For", secret)
        .body(Map.of())
        .post("/api/artifacts/{id}/tickets", id);
    call("ada", id, Map.of("name", TOOL, "args", Map.of("q", secret)));
    call("ada", id, Map.of("name", secret, "args", Map.of()));
    as("ada").body(Map.of("prompt", secret)).post("/api/artifacts/{id}/ask", id);
    as("ada")
        .body(
            Map.of(
                "kind",
                "person",
                "email",
                secret + "@acme.test",
                "role",
                "viewer",
                "message",
                secret))
        .post("/api/artifacts/{id}/shares", id);
    as("ada").get("/api/people?query=" + secret);
    as("ada")
        .body(Map.of(secret, secret))
        .put("/api/connectors/{id}/tools/{tool}/policy", CRM, secret);
    as("ada").body(Map.of("secret", secret)).put("/api/connectors/{id}/connection", CRM);
    as("ada").body(Map.of()).post("/api/artifacts/{id}/{any}", id, secret);
    as("ada").get("/api/artifacts/{id}/{any}", id, secret);
    Browser browser = new Browser(app);
    browser.signIn("ada", "/?" + secret);
    browser.get("/api/artifacts/" + id + "/export?" + secret);
    written("action=session.begin", 1);
    Awaitility.await().atMost(PATIENCE).until(() -> !entries("action=artifact.export").isEmpty());

    String log = sql("select e::text from audit_entry e");

    assertThat(log.lines().count()).isGreaterThan(12);
    assertThat(log).doesNotContain(secret).doesNotContain("Deals").doesNotContain("eyJ");
    assertThat(log)
        .doesNotContain(infra.signIn().accessToken("ada").substring(0, 20))
        .doesNotContain("q_session");
  }

  @Test
  void coming_and_going_is_written_down() {
    Browser browser = new Browser(app);
    browser.signIn("ben", "/");
    browser.get("/signout");

    assertThat(written("action=session", 2))
        .extracting(
            entry -> entry.get("action") + " " + entry.get("personName") + " " + entry.get("actor"))
        .containsExactly("session.end Ben Okri person", "session.begin Ben Okri person");
  }

  @Test
  void a_sign_in_that_fails_is_written_down_with_nobodys_name() {
    Response begun = nobody().get("/signin");
    String state = begun.header("Location").replaceAll(".*[?&]state=([^&]*).*", "$1");
    nobody()
        .cookies(begun.cookies())
        .get("/signin/done?error=access_denied&state=" + state)
        .then()
        .statusCode(401);

    assertThat(written("action=session.begin&outcome=refused", 1).getFirst())
        .containsEntry("actor", "public")
        .doesNotContainKey("personId");
  }

  @Test
  void what_an_mcp_client_does_is_written_down_with_the_artifact_that_came_of_it() {
    Map<String, Object> arguments = Map.of("html", PAGE, "id", "open-pipeline");
    Mcp.call(this, "ada", "create_artifact", arguments);

    assertThat(written("action=mcp.create_artifact", 1).getFirst())
        .containsEntry("personName", "Ada Lovelace")
        .containsEntry("outcome", "done")
        .containsKey("artifactId");
  }

  @Test
  void only_administrators_read_the_log() {
    for (String path : List.of("/api/admin/audit", "/api/admin/audit.jsonl")) {
      as("ben").get(path).then().statusCode(403).contentType("application/problem+json");
      nobody().get(path).then().statusCode(401);
    }
  }

  @Test
  void a_search_that_cannot_be_read_says_how_it_is_written() {
    as("ada")
        .get("/api/admin/audit?from=yesterday")
        .then()
        .statusCode(400)
        .body("detail", containsString("2026-11-21T09:00:00Z"));
    as("ada").get("/api/admin/audit?before=x").then().statusCode(400);
    as("ada").get("/api/admin/audit?limit=100000").then().statusCode(400);
  }

  private void insert(int entries) throws SQLException {
    sql(
        """
        insert into audit_entry (at, actor, person_id, person_name, action, outcome)
        select now() - n * interval '1 second', 'person', '%s', 'Grace Hopper', 'artifact.open', 'done'
        from generate_series(1, %d) n
        """
            .formatted(CRM, entries));
  }

  @Test
  void page_after_page_shows_every_entry_once() throws SQLException {
    insert(25);
    List<Object> ids = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonObject page =
          new JsonObject(
              as("ada")
                  .get("/api/admin/audit?person=hopper&limit=10" + next)
                  .then()
                  .extract()
                  .asString());
      page.getJsonArray("items").forEach(item -> ids.add(((JsonObject) item).getLong("id")));
      next = page.getString("next") == null ? null : "&before=" + page.getString("next");
    }

    assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    as("ada")
        .get("/api/admin/audit?person=" + CRM + "&limit=500")
        .then()
        .body("items", hasSize(25))
        .body("next", nullValue());
    as("ada").get("/api/admin/audit?person=" + UUID.randomUUID()).then().body("items", hasSize(0));
    as("ada")
        .get("/api/admin/audit?person=hopper&action=artifact")
        .then()
        .body("items.action", everyItem(equalTo("artifact.open")));
  }

  @Test
  void the_whole_log_comes_out_as_json_lines() throws SQLException {
    insert(3_200);

    String lines =
        as("ada")
            .get("/api/admin/audit.jsonl?person=hopper")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .header("Content-Disposition", containsString("audit.jsonl"))
            .extract()
            .asString();

    List<Long> ids = lines.lines().map(line -> new JsonObject(line).getLong("id")).toList();
    assertThat(ids).hasSize(3_200).doesNotHaveDuplicates();
    as("ada")
        .get("/api/admin/audit.jsonl?person=nobody-at-all")
        .then()
        .statusCode(200)
        .body(equalTo(""));
    assertThat(written("action=audit.export", 2)).isNotEmpty();
  }

  @Test
  void entries_can_neither_be_changed_nor_taken_away() throws SQLException {
    insert(1);
    String partition = sql("select tableoid::regclass::text from audit_entry limit 1").strip();
    for (String statement :
        List.of("update %s set outcome = 'refused'", "delete from %s", "truncate %s")) {
      for (String table : List.of("audit_entry", partition)) {
        assertThatThrownBy(() -> sql(statement.formatted(table)))
            .as(statement.formatted(table))
            .hasMessageContaining("only added to");
      }
    }
    // what a database role without a superuser's powers is left with: no UPDATE (w), DELETE (d),
    // TRUNCATE (D)
    assertThat(
            sql(
                "select relacl::text from pg_class where relname in ('audit_entry', '"
                    + partition
                    + "')"))
        .containsPattern("live=ar[xtm]*/live")
        .doesNotContainPattern("live=[a-zA-Z]*[wdD][a-zA-Z]*/");
  }

  @Test
  void what_is_too_old_goes_by_whole_months_and_nothing_younger_ever_does() throws SQLException {
    sql("select audit_month(now() - interval '500 days')");
    sql(
        "insert into audit_entry (at, actor, action, outcome) values (now() - interval '500 days',"
            + " 'person', 'artifact.open', 'done'), (now(), 'person', 'artifact.open', 'done')");

    assertThat(sql("select audit_forget(now() - interval '400 days')").strip()).isEqualTo("1");
    assertThat(sql("select audit_forget(now() + interval '1 year')").strip()).isEqualTo("0");

    assertThat(sql("select at::text from audit_entry where action = 'artifact.open'").lines())
        .hasSize(1);
  }
}
