package dev.liveartifacts.artifact.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class McpIT extends RunningService {
  @Test
  void row_14_our_server_takes_only_tokens_that_were_made_for_it() {
    given()
        .baseUri(app.toString())
        .contentType(ContentType.JSON)
        .body(Mcp.request("tools/list", Map.of()))
        .post("/mcp")
        .then()
        .statusCode(401)
        .header(
            "WWW-Authenticate",
            equalTo(
                "Bearer resource_metadata=\""
                    + app
                    + "/.well-known/oauth-protected-resource/mcp\""));
    as("ada")
        .body(Mcp.request("tools/list", Map.of()))
        .post("/mcp")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    client("ada").body(Mcp.request("tools/list", Map.of())).post("/mcp").then().statusCode(200);
    client("ada").get("/api/me").then().statusCode(401);
  }

  @Test
  void row_14_the_clients_token_goes_to_no_other_service() {
    call("ada", "list_connectors", Map.of()).body("result.isError", equalTo(null));

    String passedOn = connectors.asked("GET /api/connectors").getLast().header("Authorization");
    String claims = new String(Base64.getUrlDecoder().decode(passedOn.split("\\.")[1]));
    assertThat(claims)
        .contains("\"sub\":\"ada\"")
        .contains("live-artifacts")
        .doesNotContain("/mcp");
  }

  @Test
  void a_client_learns_where_to_sign_in() {
    nobody()
        .get("/.well-known/oauth-protected-resource/mcp")
        .then()
        .statusCode(200)
        .body("resource", equalTo(app + "/mcp"))
        .body("authorization_servers", equalTo(List.of(infra.signIn().url())));
  }

  @Test
  void row_8_another_site_gets_nothing_whatever_token_it_has() {
    client("ada")
        .header("Origin", "https://evil.test")
        .body(Mcp.request("tools/list", Map.of()))
        .post("/mcp")
        .then()
        .statusCode(403);
    client("ada").get("/mcp").then().statusCode(405);
  }

  @Test
  void a_client_of_the_session_era_is_told_what_it_can_do_and_needs_no_session() {
    client("ada")
        .body(
            Mcp.request(
                "initialize",
                Map.of(
                    "protocolVersion",
                    "2025-06-18",
                    "capabilities",
                    Map.of(),
                    "clientInfo",
                    Map.of("name", "test", "version", "1"))))
        .post("/mcp")
        .then()
        .statusCode(200)
        .header("Mcp-Session-Id", equalTo(null))
        .body("result.protocolVersion", equalTo("2025-06-18"))
        .body("result.serverInfo.name", equalTo("live-artifacts"))
        .body("result.instructions", containsString("verify_artifact"));
    client("ada")
        .body(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"))
        .post("/mcp")
        .then()
        .statusCode(202);
    client("ada")
        .body(Mcp.request("tools/list", Map.of()))
        .post("/mcp")
        .then()
        .body(
            "result.tools.name",
            hasItems("list_connectors", "probe_tool", "create_artifact", "update_artifact"));
  }

  @Test
  void an_artifact_is_created_found_read_and_changed_by_the_id_that_the_client_chose() {
    call("ada", "create_artifact", Map.of("id", "open-pipeline", "html", PAGE))
        .body("result.structuredContent.id", equalTo("open-pipeline"))
        .body("result.structuredContent.title", equalTo("Open pipeline"))
        .body("result.structuredContent.url", startsWith(app + "/a/"))
        .body("result.structuredContent.tools.name", hasItem(TOOL))
        .body("result.structuredContent.next", containsString("approves"));

    call("ada", "list_artifacts", Map.of("query", "pipeline"))
        .body("result.structuredContent.artifacts.id", equalTo(List.of("open-pipeline")));
    call(
            "ada",
            "update_artifact",
            Map.of(
                "id",
                "open-pipeline",
                "html",
                "<title>Pipeline</title>",
                "update_summary",
                "Shorter"))
        .body("result.structuredContent.version", equalTo(2));
    call("ada", "get_artifact", Map.of("id", "open-pipeline"))
        .body("result.structuredContent.html", equalTo("<title>Pipeline</title>"))
        .body("result.structuredContent.version", equalTo(2));
  }

  @Test
  void a_grant_outlives_an_update_and_a_new_tool_is_only_asked_for() {
    String id =
        call("ada", "create_artifact", Map.of("id", "deals", "html", PAGE))
            .extract()
            .path("result.structuredContent.artifactId");
    as("ada")
        .body(Map.of("tools", List.of(Map.of("name", TOOL, "granted", true))))
        .put("/api/artifacts/{id}/tools", id)
        .then()
        .statusCode(200);

    call(
            "ada",
            "update_artifact",
            Map.of(
                "id",
                "deals",
                "html",
                PAGE,
                "update_summary",
                "More",
                "mcp_tools",
                List.of("mcp__crm__list_companies")))
        .body(
            "result.structuredContent.tools.find { it.name == '" + TOOL + "' }.state",
            equalTo("granted"))
        .body(
            "result.structuredContent.tools.find { it.name == 'mcp__crm__list_companies' }.state",
            not(equalTo("granted")));
  }

  @Test
  void row_11_what_is_not_shared_with_a_person_is_not_there_for_their_client_either() {
    String id =
        call("ada", "create_artifact", Map.of("id", "secret", "html", PAGE))
            .extract()
            .path("result.structuredContent.artifactId");

    for (String name : List.of("secret", id, UUID.randomUUID().toString())) {
      call("ben", "get_artifact", Map.of("id", name)).body("result.isError", equalTo(true));
      call("ben", "update_artifact", Map.of("id", name, "html", "<p>", "update_summary", "x"))
          .body("result.isError", equalTo(true));
    }
    call("ben", "list_artifacts", Map.of())
        .body("result.structuredContent.artifacts", equalTo(List.of()));
    share("ada", id, "ben@acme.test", "viewer");
    call("ben", "get_artifact", Map.of("id", id)).body("result.isError", equalTo(null));
    call("ben", "update_artifact", Map.of("id", id, "html", "<p>", "update_summary", "x"))
        .body("result.content[0].text", equalTo("Only an editor may change this artifact."));
  }

  @Test
  void bad_arguments_are_answered_with_what_to_do() {
    call("ada", "create_artifact", Map.of("id", "x"))
        .body("result.isError", equalTo(true))
        .body("result.content[0].text", startsWith("create_artifact needs 'html'"));
    call("ada", "create_artifact", Map.of("id", "Not A Handle", "html", "<p>"))
        .body("result.content[0].text", containsString("small letters"));
    call("ada", "list_tools", Map.of("connector", "SAP"))
        .body(
            "result.content[0].text", equalTo("There is no connector 'SAP'. There are: Acme CRM."));
    call("ada", "no_such_tool", Map.of()).body("error.code", equalTo(-32602));
  }

  @Test
  void the_tools_of_a_connector_come_with_the_names_that_pages_use() {
    call("ada", "list_tools", Map.of("connector", "acme crm"))
        .body("result.structuredContent.tools[0].pageName", equalTo("mcp__acme-crm__list_deals"))
        .body("result.structuredContent.tools[0].readOnly", equalTo(true));
  }

  @Test
  void an_artifact_is_scheduled_by_its_owner_alone_with_the_calls_that_its_page_made() {
    String id = createGranted("ada");
    share("ada", id, "ben@acme.test", "editor");
    Map<String, String> monday =
        Map.of("id", id, "cron", "0 7 * * 1", "time_zone", "Europe/Berlin");

    call("ben", "schedule_artifact", monday)
        .body("result.content[0].text", equalTo("Only its owner may schedule this artifact."));
    call("ada", "schedule_artifact", monday)
        .body("result.content[0].text", startsWith("Open the page once"));
    super.call("ada", id, Map.of("name", TOOL, "args", Map.of())).then().statusCode(200);
    connectors.on(
        "PUT /delegations/" + id,
        FakeService.Reply.json("{\"delegationId\":\"%s\"}".formatted(UUID.randomUUID())));
    scheduler.on(
        "POST /api/schedules",
        FakeService.Reply.json(
            201, "{\"id\":\"s1\",\"cron\":\"0 7 * * 1\",\"inWords\":\"Mondays at 07:00\"}"));

    Awaitility.await()
        .untilAsserted(() ->
            call("ada", "schedule_artifact", monday)
                .body("result.structuredContent.inWords", equalTo("Mondays at 07:00")));
    scheduler.on(
        "GET /api/schedules",
        FakeService.Reply.json(
            "[{\"id\":\"s1\",\"inWords\":\"Mondays at 07:00\",\"paused\":true}]"));
    call("ada", "list_schedules", Map.of())
        .body("result.structuredContent.schedules[0].paused", equalTo(true));
  }

  private ValidatableResponse call(String person, String tool, Map<String, ?> arguments) {
    return Mcp.call(this, person, tool, arguments);
  }

  private RequestSpecification client(String person) {
    return Mcp.client(this, person);
  }
}
