package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is written down of what people do. */
@QuarkusTest
class AuditIT extends AuditCase {
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
}
