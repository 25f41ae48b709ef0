package dev.liveartifacts.connector.call;

import static dev.liveartifacts.connector.testing.McpTestServer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ServiceUnderTest
class CallIT {
  private final Api ada = Api.as("ada");
  private McpTestServer crm;
  private String id;

  @BeforeEach
  void begin() {
    Infra.shared().reset("connector");
    crm = new McpTestServer();
    id = ada.connect("Acme CRM", crm.endpoint(), "workspace");
  }

  @AfterEach
  void end() {
    crm.close();
  }

  private static JsonObject arguments(String json) {
    return new JsonObject(json);
  }

  @Test
  void a_second_call_comes_from_the_cache_and_a_reload_from_the_source() {
    ada.call(id, "read")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Live-Outcome", "fresh")
        .body("outcome", equalTo("fresh"))
        .body("connectorId", equalTo(id))
        .body("connector", equalTo("Acme CRM"))
        .body("tool", equalTo("read"))
        .body("cached", equalTo(false))
        .body("storedAt", notNullValue())
        .body("error", nullValue())
        .body("result.content[0].text", equalTo("hello"));
    ada.call(id, "read").then().body("cached", equalTo(true)).body("outcome", equalTo("fresh"));
    assertThat(crm.calls()).isEqualTo(1);

    ada.call(id, "read", new JsonObject(), "live").then().body("cached", equalTo(false));
    assertThat(crm.calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000, 7_000_000})
  void a_result_of_any_size_is_passed_on_byte_for_byte_fresh_and_cached(int size) {
    String result =
        "{ \"content\":[ ], \"n\":1.10,\"s\":\"\\u20ac" + "ab".repeat(size / 2) + "\" }";
    crm.readOnly("rows", arguments -> result);

    assertThat(ada.call(id, "rows").asString()).endsWith(",\"result\":" + result + "}");
    assertThat(ada.call(id, "rows").asString())
        .contains("\"cached\":true")
        .endsWith(",\"result\":" + result + "}");
  }

  @Test
  void arguments_in_another_order_are_the_same_call() {
    ada.call(id, "read", arguments("{\"a\":1,\"b\":[1.0]}"), "cached");
    ada.call(id, "read", arguments("{\"b\":[1],\"a\":1.0}"), "cached")
        .then()
        .body("cached", equalTo(true));
    ada.call(id, "read", arguments("{\"a\":2,\"b\":[1]}"), "cached")
        .then()
        .body("cached", equalTo(false));
  }

  @Test
  void when_the_source_is_down_the_last_good_data_is_served_with_the_failure() {
    ada.call(id, "read");
    crm.next((request, call) -> request.response().setStatusCode(503).end());

    ada.call(id, "read", new JsonObject(), "live")
        .then()
        .statusCode(200)
        .header("Live-Outcome", "stale")
        .body("outcome", equalTo("stale"))
        .body("error.code", equalTo("server_unavailable"))
        .body("error.message", startsWith("Acme CRM "))
        .body("storedAt", notNullValue())
        .body("result.content[0].text", equalTo("hello"));
    ada.request()
        .get("/api/connectors/" + id)
        .then()
        .body("lastSuccessAt", notNullValue())
        .body("state", equalTo("failing"));
  }

  @Test
  void without_last_good_data_the_failure_is_the_answer() {
    crm.next((request, call) -> request.response().setStatusCode(500).end());

    ada.call(id, "read")
        .then()
        .statusCode(200)
        .header("Live-Outcome", "failed")
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("server_unavailable"))
        .body("result.isError", equalTo(true))
        .body("result.content[0].text", equalTo("Acme CRM has a problem of its own (HTTP 500)."));
  }

  @Test
  void a_server_that_is_gone_answers_with_a_failure_and_keeps_the_list_of_tools() {
    ada.call(id, "read");
    crm.close();

    ada.call(id, "read", new JsonObject(), "live").then().body("outcome", equalTo("stale"));
    ada.call(id, "read", arguments("{\"other\":1}"), "cached")
        .then()
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("server_unavailable"));
  }

  @Test
  void a_server_that_keeps_failing_is_left_alone_for_a_while() {
    ada.call(id, "read");
    crm.always((request, call) -> request.response().setStatusCode(500).end());
    for (int i = 0; i < 5; i++) {
      ada.call(id, "read", new JsonObject(), "live");
    }
    int asked = crm.received().size();

    ada.call(id, "read", new JsonObject(), "live")
        .then()
        .body("outcome", equalTo("stale"))
        .body("error.retryAfterMillis", notNullValue());
    assertThat(crm.received()).hasSize(asked);
  }

  @Test
  void a_tools_own_failure_is_passed_on_and_asked_again_next_time() {
    String failure =
        "{\"content\":[{\"type\":\"text\",\"text\":\"No such deal\"}],\"isError\":true}";
    crm.readOnly("deal", arguments -> failure);

    for (int i = 0; i < 2; i++) {
      String answer = ada.call(id, "deal").asString();
      assertThat(answer).endsWith(",\"result\":" + failure + "}").contains("\"tool_error\"");
    }
    assertThat(crm.calls()).isEqualTo(2);
  }

  @Test
  void a_tool_that_writes_is_never_cached() {
    ada.call(id, "write").then().body("outcome", equalTo("fresh")).body("cached", equalTo(false));
    ada.call(id, "write").then().body("cached", equalTo(false));

    assertThat(crm.calls()).isEqualTo(2);
  }

  @Test
  void a_tool_that_does_not_exist_fails_softly() {
    ada.call(id, "nonsense")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("bad_request"))
        .body("error.message", equalTo("Acme CRM has no tool \"nonsense\"."));
  }

  @Test
  void arguments_that_are_no_object_fail_softly() {
    ada.request()
        .body(
            "{\"connectorId\":\""
                + id
                + "\",\"tool\":\"read\",\"arguments\":[1],\"freshness\":\"cached\"}")
        .post("/calls")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("failed"))
        .body("result.content[0].text", equalTo("Tool args must be an object."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"connectorId\":\"x\",\"tool\":\"read\",\"arguments\":{}}",
        "{\"connectorId\":\"7f000001-0000-0000-0000-000000000000\",\"arguments\":{}}",
        "{\"connectorId\":\"7f000001-0000-0000-0000-000000000000\",\"tool\":\"t\",\"arguments\":{\"a\":1,\"a\":2}}"
      })
  void a_request_that_is_no_call_is_a_problem(String body) {
    ada.request()
        .body(body)
        .post("/calls")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:live-artifacts:problem:invalid"))
        .body("traceId", notNullValue());
  }

  @Test
  void half_a_surrogate_pair_in_the_arguments_fails_softly() {
    ada.request()
        .body(
            "{\"connectorId\":\"" + id + "\",\"tool\":\"read\",\"arguments\":{\"a\":\"\\ud800\"}}")
        .post("/calls")
        .then()
        .statusCode(200)
        .body("error.code", equalTo("bad_request"));
  }

  @Test
  void a_sign_in_that_the_server_refuses_shows_in_the_answer_and_in_the_state() {
    ada.call(id, "read");
    crm.requiring("another");

    ada.call(id, "read", new JsonObject(), "live")
        .then()
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("needs_reauth"))
        .body("error.message", equalTo("Acme CRM needs you to sign in again."));
    await()
        .untilAsserted(() ->
            ada.request()
                .get("/api/connectors/" + id)
                .then()
                .body("state", equalTo("needs_sign_in")));

    crm.requiring(null);
    ada.call(id, "read", new JsonObject(), "live").then().body("outcome", equalTo("fresh"));
    await()
        .untilAsserted(() ->
            ada.request().get("/api/connectors/" + id).then().body("state", equalTo("connected")));
  }

  @Test
  void after_another_sign_in_nothing_old_is_served() {
    ada.call(id, "read");
    ada.call(id, "read").then().body("cached", equalTo(true));

    ada.request()
        .body("{\"signIn\":\"bearer\",\"secret\":\"new-token\"}")
        .patch("/api/connectors/" + id)
        .then()
        .statusCode(200);

    ada.call(id, "read").then().body("cached", equalTo(false));
    assertThat(crm.headers().getLast()).containsEntry("authorization", "Bearer new-token");
  }

  @Test
  void after_a_connector_is_removed_its_data_is_gone_at_once() {
    ada.call(id, "read");

    ada.request().delete("/api/connectors/" + id).then().statusCode(204);

    ada.call(id, "read")
        .then()
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("server_not_found"));
  }

  @Test
  void fifty_equal_calls_at_once_make_one_upstream_call() {
    ada.call(id, "read");
    crm.after(Duration.ofMillis(1500));
    int before = crm.calls();
    try (ExecutorService people = Executors.newFixedThreadPool(50)) {
      List<CompletableFuture<String>> answers =
          IntStream.range(0, 50)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> ada.call(id, "read", arguments("{\"x\":1}"), "cached").asString(),
                      people))
              .toList();

      assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).contains("hello"));
    }
    assertThat(crm.calls() - before).isEqualTo(1);
  }

  @Test
  void a_personal_connectors_data_never_reaches_another_person() {
    McpTestServer mine = new McpTestServer();
    mine.readOnly("read", arguments -> McpTestServer.text("Ada's own"));
    String personal = ada.connect("My notes", mine.endpoint(), "personal");
    ada.call(personal, "read").then().body("result.content[0].text", equalTo("Ada's own"));

    Api.as("ben")
        .call(personal, "read")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("server_not_found"));
    mine.close();
  }

  @Test
  void a_server_may_say_how_long_its_result_is_fresh() {
    crm.readOnly("volatile", arguments -> "{\"content\":[],\"ttlMs\":0}");

    ada.call(id, "volatile").then().body("cached", equalTo(false));
    ada.call(id, "volatile").then().body("cached", equalTo(false));
  }

  @Test
  void an_answer_as_an_event_is_cached_like_any_other() {
    crm.asEvents(true);

    ada.call(id, "read").then().body("result.content[0].text", equalTo("hello"));
    ada.call(id, "read").then().body("cached", equalTo(true));
  }

  @Test
  void numbers_of_arguments_keep_their_form_on_the_way() {
    ada.request()
        .body(
            "{\"connectorId\":\""
                + id
                + "\",\"tool\":\"read\",\"arguments\":"
                + new JsonArray()
                    .add(9007199254740993L)
                    .encode()
                    .replace("[", "{\"id\":")
                    .replace("]", "}")
                + "}")
        .post("/calls")
        .then()
        .body("outcome", equalTo("fresh"));

    assertThat(
            crm.received()
                .getLast()
                .getJsonObject("params")
                .getJsonObject("arguments")
                .getLong("id"))
        .isEqualTo(9007199254740993L);
  }

  @Test
  void a_wrong_id_in_the_answer_is_an_upstream_error() {
    crm.next((request, call) ->
        request.response().putHeader("Content-Type", "application/json").end(message(999, "{}")));

    ada.call(id, "read")
        .then()
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("upstream_error"));
  }

  @Test
  void a_caller_that_goes_away_ends_the_call_at_the_server() throws IOException {
    ada.call(id, "read");
    AtomicInteger closed = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    crm.always((request, call) -> {
      asked.incrementAndGet();
      request.response().closeHandler(gone -> closed.incrementAndGet());
    });

    try (Socket caller = asking("read")) {
      await().untilAtomic(asked, equalTo(1));
      assertThat(closed).hasValue(0);
      caller.close();
      await().untilAtomic(closed, equalTo(1));
    }
  }

  /** A caller who can hang up. */
  private Socket asking(String tool) throws IOException {
    String body =
        new JsonObject()
            .put("connectorId", id)
            .put("tool", tool)
            .put("arguments", new JsonObject())
            .put("freshness", "live")
            .encode();
    Socket socket = new Socket("127.0.0.1", RestAssured.port);
    socket
        .getOutputStream()
        .write(
            ("POST /calls HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer "
                    + Infra.shared().signIn().accessToken("ada")
                    + "\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
                .getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
