package dev.liveartifacts.connector.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class ProbeIT {
  private final Api ada = Api.as("ada");
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

  private io.restassured.response.Response check(JsonObject wanted) {
    return ada.request().body(wanted.encode()).post("/api/connectors/check");
  }

  @Test
  void a_probe_asks_past_the_cache() {
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");
    ada.call(id, "read");

    ada.request()
        .body("{\"tool\":\"read\",\"arguments\":{}}")
        .post("/api/connectors/" + id + "/probe")
        .then()
        .statusCode(200)
        .header("Live-Tool", "read")
        .header("Live-Outcome", "fresh")
        .body("answer.cached", equalTo(false))
        .body("answer.result.content[0].text", equalTo("hello"));
    assertThat(server.calls()).isEqualTo(2);
  }

  @Test
  void a_probe_shows_where_the_rows_are_and_what_is_in_them() {
    server.readOnly(
        "deals",
        arguments ->
            """
            {"content":[],"structuredContent":{"page":1,"deals":[
              {"id":"D-1001","amount":1200.5,"close":"2026-03-01","owner":{"email":"ada@acme.test"}},
              {"id":"D-1002","amount":80,"close":"2026-05-09","owner":null}]}}
            """);
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");

    JsonPath probed =
        ada.request()
            .body("{\"tool\":\"deals\",\"arguments\":{}}")
            .post("/api/connectors/" + id + "/probe")
            .jsonPath();

    assertThat(probed.getMap("rows"))
        .isEqualTo(Map.of("path", "deals", "source", "structured", "count", 2));
    assertThat(probed.getMap("fields.find { it.path == 'deals[].amount' }"))
        .isEqualTo(
            Map.of(
                "path", "deals[].amount",
                "type", "number",
                "types", List.of("number"),
                "examples", List.of("1200.5", "80"),
                "nullShare", 0.0f,
                "min", "80",
                "max", "1200.5",
                "looksLike", "money"));
    assertThat(probed.getFloat("fields.find { it.path == 'deals[].owner.email' }.nullShare"))
        .isZero();
    assertThat(probed.getString("shapeHash"))
        .isEqualTo(probed.getString("answer.shapeHash"))
        .hasSize(64);
  }

  @Test
  void a_changed_result_says_field_by_field_what_changed() {
    server.readOnly("deals", arguments -> deals("stage", "amount", "\"7\""));
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");
    String before = shapeOf(id);
    server.readOnly("deals", arguments -> deals("status", "total_amount", "7"));
    String after = shapeOf(id);

    assertThat(after).isNotEqualTo(before);
    ada.request()
        .get("/api/connectors/shapes/" + before + "/to/" + after)
        .then()
        .statusCode(200)
        .body("changes.findAll { it.kind == 'renamed' }.path", hasItem("[].stage"))
        .body("changes.find { it.path == '[].stage' }.is", equalTo("[].status"));
    ada.request()
        .get("/api/connectors/shapes/" + before + "/to/" + before)
        .then()
        .body("changes", hasSize(0));
    ada.request()
        .get("/api/connectors/shapes/" + before + "/to/" + "0".repeat(64))
        .then()
        .statusCode(404);
  }

  @Test
  void an_empty_day_is_no_other_shape() {
    server.readOnly("deals", arguments -> deals("stage", "amount", "7"));
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");
    String before = shapeOf(id);
    server.readOnly("deals", arguments -> "{\"content\":[],\"structuredContent\":[]}");

    assertThat(shapeOf(id)).isEqualTo(before);
  }

  @Test
  void the_catalogue_is_searched_by_words() {
    ada.request()
        .get("/api/connectors/catalogue?query=invoices")
        .then()
        .statusCode(200)
        .body("key", hasItem("stripe"))
        .body("find { it.key == 'stripe' }.signIn", equalTo("oauth"));
  }

  private static String deals(String stage, String amount, String value) {
    return "{\"content\":[],\"structuredContent\":[{\"%s\":\"Won\",\"%s\":%s}]}"
        .formatted(stage, amount, value);
  }

  private String shapeOf(String id) {
    return ada.call(id, "deals", new JsonObject(), "live").jsonPath().getString("shapeHash");
  }

  @Test
  void a_tool_that_writes_is_not_tried_out() {
    String id = ada.connect("Acme CRM", server.endpoint(), "workspace");

    ada.request()
        .body("{\"tool\":\"write\",\"arguments\":{}}")
        .post("/api/connectors/" + id + "/probe")
        .then()
        .statusCode(409)
        .contentType("application/problem+json");
    assertThat(server.calls()).isZero();
  }

  @Test
  void a_good_endpoint_says_who_it_is_and_what_it_offers() {
    check(new JsonObject().put("endpoint", server.endpoint()).put("signIn", "none"))
        .then()
        .statusCode(200)
        .body("ok", equalTo(true))
        .body("protocolVersion", equalTo("2025-11-25"))
        .body("serverName", equalTo("test-server"))
        .body("toolCount", equalTo(2));
    assertThat(server.greetings()).isEqualTo(1);
  }

  @Test
  void an_endpoint_that_wants_a_sign_in_says_so_and_takes_the_right_one() {
    server.requiring("s3cret");
    JsonObject wanted = new JsonObject().put("endpoint", server.endpoint());

    check(wanted.copy().put("signIn", "none"))
        .then()
        .body("ok", equalTo(false))
        .body("error", equalTo("The server wants a sign-in that it accepts."));
    check(wanted.copy().put("signIn", "bearer").put("secret", "s3cret"))
        .then()
        .body("ok", equalTo(true));
  }

  @Test
  void an_endpoint_that_is_a_web_page_is_recognised() {
    server.always((request, id) ->
        request.response().putHeader("Content-Type", "text/html").end("<html></html>"));

    check(new JsonObject().put("endpoint", server.endpoint()).put("signIn", "none"))
        .then()
        .statusCode(200)
        .body("ok", equalTo(false))
        .body("error", containsString("web page"));
  }

  @Test
  void an_endpoint_that_may_not_be_asked_is_a_problem() {
    check(new JsonObject().put("endpoint", "http://169.254.169.254/").put("signIn", "none"))
        .then()
        .statusCode(400);
  }
}
