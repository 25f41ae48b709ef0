package dev.liveartifacts.connector.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ServiceUnderTest
class ConnectorIT {
  private final Api ada = Api.as("ada");
  private final Api ben = Api.as("ben");
  private McpTestServer server;

  @BeforeEach
  void begin() {
    Infra.shared().reset("connector");
    server = new McpTestServer();
  }

  @AfterEach
  void end() {
    server.close();
  }

  private JsonObject connector(String name, String scope) {
    return new JsonObject()
        .put("name", name)
        .put("endpoint", server.endpoint())
        .put("scope", scope)
        .put("signIn", "none");
  }

  @Test
  void a_workspace_connector_is_everyones_to_use_and_an_administrators_to_change() {
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");

    ben.request()
        .get("/api/connectors")
        .then()
        .statusCode(200)
        .body("id", contains(id))
        .body("[0].slug", equalTo("acme-crm"))
        .body("[0].scope", equalTo("workspace"))
        .body("[0].signIn", equalTo("none"))
        .body("[0].state", equalTo("connected"))
        .body("[0].mine", equalTo(false));
    ben.request()
        .body("{\"name\":\"Mine now\"}")
        .patch("/api/connectors/" + id)
        .then()
        .statusCode(403);
    ben.request().delete("/api/connectors/" + id).then().statusCode(403);
    ben.add(connector("For all", "workspace"))
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", notNullValue());
    ada.request()
        .body("{\"name\":\"Acme Sales\"}")
        .patch("/api/connectors/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("Acme Sales"))
        .body("slug", equalTo("acme-crm"));
  }

  @Test
  void a_strangers_personal_connector_is_not_there_on_any_route() {
    String id = ben.connect("Ben's notes", server.endpoint(), "personal");

    ben.request().get("/api/connectors/" + id).then().statusCode(200).body("mine", equalTo(true));
    ada.request().get("/api/connectors").then().body("id", not(hasItem(id)));
    ada.request().get("/api/connectors/" + id).then().statusCode(404);
    ada.request().body("{\"name\":\"x\"}").patch("/api/connectors/" + id).then().statusCode(404);
    ada.request().delete("/api/connectors/" + id).then().statusCode(404);
    ada.request().get("/api/connectors/" + id + "/tools").then().statusCode(404);
    ada.request()
        .body("{\"tool\":\"read\",\"arguments\":{}}")
        .post("/api/connectors/" + id + "/probe")
        .then()
        .statusCode(404);
    ada.call(id, "read").then().body("error.code", equalTo("server_not_found"));
    ada.request()
        .body("{\"calls\":[{\"connectorId\":\"" + id + "\",\"tool\":\"read\",\"arguments\":{}}]}")
        .put("/delegations/7f000001-0000-0000-0000-000000000000")
        .then()
        .statusCode(404);
    ben.request().get("/api/connectors/" + id).then().statusCode(200);
  }

  @Test
  void equal_names_get_different_slugs() {
    ada.connect("Acme CRM", server.endpoint(), "workspace");
    ada.add(connector("Acme  CRM!", "workspace")).then().body("slug", equalTo("acme-crm-2"));
    ben.add(connector("acme crm", "personal")).then().body("slug", equalTo("acme-crm-3"));
    ada.add(connector("Übersicht", "personal")).then().body("slug", equalTo("ubersicht"));
    ada.add(connector("数字", "personal")).then().body("slug", equalTo("connector"));
  }

  @Test
  void a_secret_goes_in_encrypted_and_never_comes_out() throws SQLException {
    server.requiring("t0ken-0f-ada");
    String answer =
        ada.add(connector("ERP", "personal").put("signIn", "bearer").put("secret", "t0ken-0f-ada"))
            .then()
            .statusCode(201)
            .extract()
            .asString();
    String id = new JsonObject(answer).getString("id");

    assertThat(answer).doesNotContain("t0ken");
    assertThat(ada.request().get("/api/connectors/" + id).asString()).doesNotContain("t0ken");
    ada.request().get("/api/connectors/" + id + "/tools").then().statusCode(200);
    try (Connection database = Infra.shared().database("connector").connect();
        ResultSet row = database.createStatement().executeQuery("select secret from connection")) {
      assertThat(row.next()).isTrue();
      assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain("t0ken");
    }
  }

  @Test
  void a_key_in_a_header_of_its_own_signs_requests_in() {
    JsonObject wanted =
        connector("Weather", "personal")
            .put("signIn", "header")
            .put("secret", "k3y")
            .put("headerName", "X-API-Key");
    String id = ada.add(wanted).then().statusCode(201).extract().path("id");

    ada.request().get("/api/connectors/" + id + "/tools").then().statusCode(200);

    assertThat(server.headers())
        .allSatisfy(seen -> assertThat(seen).containsEntry("x-api-key", "k3y"));
  }

  @Test
  void a_stored_secret_is_not_sent_to_another_endpoint() {
    String id =
        ada.add(connector("ERP", "personal").put("signIn", "bearer").put("secret", "t0ken"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    ada.request()
        .body("{\"endpoint\":\"http://127.0.0.1:1/mcp\"}")
        .patch("/api/connectors/" + id)
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "'', http://127.0.0.1:1/mcp, none",
    "ERP, '', none",
    "ERP, nonsense, none",
    "ERP, ftp://127.0.0.1/, none",
    "ERP, http://10.0.0.1/mcp, none",
    "ERP, http://169.254.169.254/, none",
    "ERP, http://user:pw@127.0.0.1/, none",
    "ERP, http://127.0.0.1:1/mcp#part, none",
    "ERP, http://127.0.0.1:1/mcp, bearer",
    "ERP, http://127.0.0.1:1/mcp, header",
    "ERP, http://127.0.0.1:1/mcp, nonsense",
  })
  void a_connector_that_cannot_be_is_refused_with_a_reason(
      String name, String endpoint, String signIn) {
    JsonObject wanted =
        new JsonObject()
            .put("name", name)
            .put("endpoint", endpoint)
            .put("scope", "personal")
            .put("signIn", signIn);

    ada.add(wanted)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", not(equalTo("")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Mcp-Session-Id", "Content-Type", "bad header", ""})
  void a_header_that_belongs_to_the_transport_is_no_place_for_a_key(String header) {
    ada.add(
            connector("ERP", "personal")
                .put("signIn", "header")
                .put("secret", "key")
                .put("headerName", header))
        .then()
        .statusCode(400);
  }

  @Test
  void a_secret_with_a_line_break_is_refused() {
    ada.add(connector("ERP", "personal").put("signIn", "bearer").put("secret", "a\r\nX: y"))
        .then()
        .statusCode(400);
  }

  @Test
  void tools_tell_whether_they_read_or_write() {
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");

    ben.request()
        .get("/api/connectors/" + id + "/tools")
        .then()
        .statusCode(200)
        .body("name", contains("read", "write"))
        .body("readOnly", contains(true, false))
        .body("[0].inputSchema.type", equalTo("object"))
        .body("[0].schemaHash", notNullValue());
  }

  @Test
  void a_refresh_of_the_tools_shows_a_new_one_at_once() {
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");
    ada.request().get("/api/connectors/" + id + "/tools");
    server.readOnly("new", arguments -> "{}");

    ada.request().get("/api/connectors/" + id + "/tools").then().body("name", not(hasItem("new")));
    ada.request()
        .get("/api/connectors/" + id + "/tools?refresh=true")
        .then()
        .body("name", hasItem("new"));
    ada.request().get("/api/connectors/" + id + "/tools").then().body("name", hasItem("new"));
  }

  @Test
  void tools_of_a_server_that_is_down_are_a_problem_that_says_so() {
    String id = ada.connect("Acme CRM", "http://127.0.0.1:1/mcp", "workspace");

    ada.request()
        .get("/api/connectors/" + id + "/tools")
        .then()
        .statusCode(502)
        .contentType("application/problem+json")
        .body("detail", equalTo("The connector does not accept connections."));
  }

  /** Security row 12: the default is no. */
  @Test
  void every_documented_route_refuses_strangers_and_services() {
    String document =
        given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
    JsonObject paths = new JsonObject(document).getJsonObject("paths");

    assertThat(paths.fieldNames()).hasSizeGreaterThanOrEqualTo(7);
    for (String path : paths.fieldNames()) {
      String address = path.replaceAll("\\{[^}]+}", "7f000001-0000-0000-0000-000000000000");
      JsonObject operations = paths.getJsonObject(path);
      for (String method : operations.fieldNames()) {
        for (String type : typesTakenBy(operations.getJsonObject(method))) {
          withBody(type)
              .request(method, address)
              .then()
              .statusCode(401)
              .contentType("application/problem+json");
          withBody(type)
              .auth()
              .oauth2(Infra.shared().signIn().clientToken("artifact-service"))
              .request(method, address)
              .then()
              .statusCode(403)
              .contentType("application/problem+json");
        }
      }
    }
  }

  private static Set<String> typesTakenBy(JsonObject operation) {
    JsonObject body = operation.getJsonObject("requestBody");
    return body == null ? Set.of("application/json") : body.getJsonObject("content").fieldNames();
  }

  private static RequestSpecification withBody(String type) {
    return type.equals("multipart/form-data")
        ? given().multiPart("name", "Numbers")
        : given().contentType(ContentType.JSON).body("{}");
  }

  @Test
  void a_token_that_is_not_one_is_refused() {
    given().auth().oauth2("nonsense").get("/api/connectors").then().statusCode(401);
  }

  @Test
  void an_address_that_does_not_exist_is_not_found() {
    ada.request().get("/api/nothing").then().statusCode(404);
    ada.request().get("/api/connectors/no-uuid").then().statusCode(404);
    ada.request()
        .get("/api/connectors/7f000001-0000-0000-0000-000000000000")
        .then()
        .statusCode(404);
  }

  @Test
  void health_and_metrics_are_there_for_those_who_watch() {
    ada.request().get("/q/health/live").then().statusCode(200);
    ada.request()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("Redis"));
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");
    ada.call(id, "read");
    Map<String, String> expected =
        Map.of("live_calls_total", "outcome=\"fresh\"", "live_upstream_seconds_count", "answered");
    String metrics = given().get("/q/metrics").asString();
    expected.forEach((name, label) -> assertThat(metrics).contains(name).contains(label));
  }
}
