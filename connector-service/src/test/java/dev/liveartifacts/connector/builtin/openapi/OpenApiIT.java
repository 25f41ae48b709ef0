package dev.liveartifacts.connector.builtin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.connector.testing.WebTestServer;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ServiceUnderTest
class OpenApiIT {
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Deals, version: "1"}
      servers: [{url: /v1}]
      paths:
        /deals:
          get:
            operationId: listDeals
            summary: List deals
            parameters:
              - {name: status, in: query, schema: {type: array, items: {type: string}}}
              - {name: X-Trace, in: header, schema: {type: string}}
              - {name: Authorization, in: header, schema: {type: string}}
          post:
            operationId: createDeal
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Deal'}}}
        /deals/{id}:
          get:
            operationId: list-deals
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
      components:
        schemas:
          Deal:
            type: object
            properties:
              name: {type: string}
              parent: {$ref: '#/components/schemas/Deal'}
              elsewhere: {$ref: 'https://example.org/schema.json'}
      """;

  private final Api ada = Api.as("ada");
  private WebTestServer web;

  @BeforeEach
  void begin() {
    Infra.shared().reset("connector");
    web = new WebTestServer();
    web.serve("/openapi.yaml", "application/yaml", DOCUMENT);
    web.on(
        "/v1/deals",
        (request, body) ->
            request
                .response()
                .putHeader("Content-Type", "application/json")
                .end("[{\"name\": \"Alpha\", \"amount\": 1.10}]"));
  }

  @AfterEach
  void end() {
    web.close();
  }

  private JsonObject api() {
    return new JsonObject()
        .put("name", "Deals")
        .put("scope", "workspace")
        .put("documentUrl", web.uri("/openapi.yaml"))
        .put("signIn", "bearer")
        .put("secret", "the-token");
  }

  private String added() {
    return ada.request()
        .body(api().encode())
        .post("/api/connectors/openapi")
        .then()
        .statusCode(201)
        .body("kind", equalTo("openapi"))
        .extract()
        .path("id");
  }

  @Test
  void operations_are_tools_and_asking_only_reads() {
    String id = added();

    ada.request()
        .get("/api/connectors/" + id + "/tools")
        .then()
        .body("name", contains("list_deals", "create_deal", "list_deals_2"))
        .body("readOnly", contains(true, false, true))
        .body("[0].inputSchema.properties.status.type", equalTo("array"))
        .body("[0].inputSchema.properties.Authorization", equalTo(null))
        .body("[1].inputSchema.properties.body.properties.name.type", equalTo("string"))
        .body("[1].inputSchema.properties.body.properties.parent", notNullValue())
        .body("[1].inputSchema.required", contains("body"));
  }

  @Test
  void a_call_is_a_request_with_the_connections_sign_in_and_its_json_is_the_result() {
    String id = added();

    String answer =
        ada.call(
                id,
                "list_deals",
                new JsonObject()
                    .put("status", new JsonArray().add("won & lost").add("ä"))
                    .put("X-Trace", "t1"),
                "cached")
            .asString();

    assertThat(answer).contains("\"structuredContent\":[{\"name\": \"Alpha\", \"amount\": 1.10}]");
    assertThat(web.asked().getLast())
        .isEqualTo("GET /v1/deals?status=won%20%26%20lost&status=%C3%A4");
    assertThat(web.headers().getLast())
        .containsEntry("authorization", "Bearer the-token")
        .containsEntry("x-trace", "t1");
    ada.call(
            id, "create_deal", new JsonObject().put("body", new JsonObject().put("n", 1)), "cached")
        .then()
        .body("cached", equalTo(false));
    assertThat(web.asked().getLast()).isEqualTo("POST /v1/deals");
    assertThat(web.bodies().getLast()).isEqualTo("{\"n\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "", "a/../../admin", "x?y=1#z", "\r\nX-Injected: 1", "{id}"})
  void no_argument_leads_to_another_path(String id) {
    String connector = added();
    ada.call(connector, "list_deals_2", new JsonObject().put("id", id), "live");

    assertThat(web.asked())
        .allMatch(asked ->
            asked.equals("GET /openapi.yaml") || asked.matches("GET /v1/deals/[A-Za-z0-9%._~-]+"));
    assertThat(web.headers()).noneMatch(headers -> headers.containsKey("x-injected"));
  }

  @Test
  void a_header_takes_no_line_break() {
    ada.call(added(), "list_deals", new JsonObject().put("X-Trace", "a\r\nX-Injected: 1"), "live")
        .then()
        .body("result.isError", equalTo(true))
        .body("result.content[0].text", startsWith("The argument \"X-Trace\" has characters"));
  }

  @Test
  void a_services_refusals_are_a_connectors_states() {
    String id = added();
    ada.call(id, "list_deals").then().body("outcome", equalTo("fresh"));

    web.failing(404);
    ada.call(id, "list_deals", new JsonObject(), "live")
        .then()
        .body("error.code", equalTo("tool_error"))
        .body("result.content[0].text", startsWith("The service says no (HTTP 404)."));
    web.failing(503);
    ada.call(id, "list_deals", new JsonObject(), "live").then().body("outcome", equalTo("stale"));
    web.failing(401);
    ada.call(id, "list_deals", new JsonObject(), "live")
        .then()
        .body("error.code", equalTo("needs_reauth"));
  }

  @Test
  void a_refreshed_document_changes_the_tools_and_not_where_requests_go() {
    String id = added();
    web.serve(
        "/openapi.yaml",
        "application/json",
        "{\"openapi\":\"3.0.3\",\"servers\":[{\"url\":\"http://169.254.169.254/\"}],"
            + "\"paths\":{\"/deals\":{\"get\":{}}}}");

    ada.request()
        .post("/api/connectors/" + id + "/document/refresh")
        .then()
        .statusCode(200)
        .body("operations", equalTo(1))
        .body("baseUrl", equalTo(web.uri("/v1")));
    ada.request()
        .get("/api/connectors/" + id + "/tools")
        .then()
        .body("name", contains("get_deals"));
    ada.call(id, "get_deals").then().body("outcome", equalTo("fresh"));
  }

  @Test
  void what_is_no_document_is_refused_with_a_sentence() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "<html></html>",
                "no OpenAPI 3 document",
                "swagger: '2.0'",
                "Swagger 2",
                "{\"openapi\": \"3.1.0\"",
                "neither JSON nor YAML",
                "openapi: 3.1.0",
                "no operations",
                "{\"openapi\":\"3.0.0\",\"servers\":[{\"url\":\"http://10.0.0.1/\"}],\"paths\":{\"/a\":{\"get\":{}}}}",
                "private")
            .entrySet()) {
      web.serve("/openapi.yaml", "text/plain", wrong.getKey());
      ada.request()
          .body(api().encode())
          .post("/api/connectors/openapi")
          .then()
          .statusCode(400)
          .body("detail", containsString(wrong.getValue()));
    }
    ada.request().get("/api/connectors").then().body("", hasSize(0));
  }

  @Test
  void references_that_multiply_end_in_a_sentence_and_not_in_memory() {
    StringBuilder bomb = new StringBuilder("{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{");
    for (int i = 0; i < 20; i++) {
      bomb.append("\"s%d\":{\"properties\":{".formatted(i));
      for (int j = 0; j < 10; j++) {
        bomb.append(j == 0 ? "" : ",")
            .append("\"p%d\":{\"$ref\":\"#/components/schemas/s%d\"}".formatted(j, i + 1));
      }
      bomb.append("}},");
    }
    bomb.append(
        "\"s20\":{}}},\"paths\":{\"/a\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":"
            + "{\"schema\":{\"$ref\":\"#/components/schemas/s0\"}}}}}}}}");
    web.serve("/openapi.yaml", "application/json", bomb.toString());

    ada.request()
        .body(api().encode())
        .post("/api/connectors/openapi")
        .then()
        .statusCode(400)
        .body("detail", containsString("too large"));
  }
}
