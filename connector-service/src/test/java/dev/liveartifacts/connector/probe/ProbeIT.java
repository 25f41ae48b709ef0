package dev.liveartifacts.connector.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
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
        .body("cached", equalTo(false))
        .body("result.content[0].text", equalTo("hello"));
    assertThat(server.calls()).isEqualTo(2);
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
