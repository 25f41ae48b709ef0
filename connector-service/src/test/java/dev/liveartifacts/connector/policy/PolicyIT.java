package dev.liveartifacts.connector.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class PolicyIT {
  private final Api ada = Api.as("ada");
  private final Api ben = Api.as("ben");
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

  private Response put(Api person, String path, JsonObject body) {
    return person.request().body(body.encode()).put("/api/connectors/" + id + path);
  }

  private Response toolPolicy(Api person, String tool, @Nullable String policy) {
    return put(person, "/tools/" + tool + "/policy", new JsonObject().put("policy", policy));
  }

  private ValidatableResponse tools(boolean refresh) {
    return ada.request()
        .get("/api/connectors/" + id + "/tools?refresh=" + refresh)
        .then()
        .statusCode(200);
  }

  private Response unconfirmed(Api person, String tool) {
    JsonObject call =
        new JsonObject()
            .put("artifactId", UUID.randomUUID().toString())
            .put("connectorId", id)
            .put("tool", tool)
            .put("arguments", new JsonObject())
            .put("freshness", "cached");
    return person.request().body(call.encode()).post("/calls");
  }

  @Test
  void each_tool_says_what_it_may_do_and_whose_word_that_is() {
    tools(false)
        .body("name", contains("read", "write"))
        .body("policy", contains("allow", "ask"))
        .body("policyFrom", contains("default", "default"))
        .body("annotated", contains(true, false))
        .body("readOnly", contains(true, false));

    toolPolicy(ada, "read", "ask")
        .then()
        .statusCode(200)
        .body("policy", equalTo("ask"))
        .body("policyFrom", equalTo("tool"));
    put(
            ada,
            "/policy",
            new JsonObject()
                .put("reads", "allow")
                .put("writes", "block")
                .put("unannotated", "writes"))
        .then()
        .statusCode(200);

    tools(false)
        .body("policy", contains("ask", "block"))
        .body("policyFrom", contains("tool", "connector"));
    ada.request().get("/api/connectors/" + id + "/policy").then().body("writes", equalTo("block"));
    toolPolicy(ada, "read", null).then().body("policyFrom", equalTo("connector"));
  }

  @Test
  void a_blocked_tool_answers_in_the_words_of_the_page_contract_and_nothing_cached_is_served() {
    ada.call(id, "read");
    toolPolicy(ada, "read", "block");

    ada.call(id, "read")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("blocked_by_policy"))
        .body(
            "result.content[0].text",
            equalTo("Tool \"read\" is not permitted: blocked by managed policy."));
    ada.request()
        .body("{\"tool\":\"read\",\"arguments\":{}}")
        .post("/api/connectors/" + id + "/probe")
        .then()
        .body("answer.error.code", equalTo("blocked_by_policy"));
    assertThat(crm.calls()).isEqualTo(1);
  }

  @Test
  void a_reading_tool_whose_policy_is_to_ask_runs_only_confirmed() {
    toolPolicy(ada, "read", "ask");

    unconfirmed(ben, "read").then().body("error.code", equalTo("approval_required"));
    assertThat(crm.calls()).isZero();
    ben.call(id, "read").then().body("outcome", equalTo("fresh"));
  }

  @Test
  void a_tool_that_writes_runs_only_confirmed() {
    unconfirmed(ben, "write").then().body("error.code", equalTo("approval_required"));
    assertThat(crm.calls()).isZero();
    ben.call(id, "write").then().body("outcome", equalTo("fresh"));
  }

  @Test
  void tools_that_do_not_say_may_be_declared_to_read() {
    put(
        ada,
        "/policy",
        new JsonObject().put("reads", "allow").put("writes", "ask").put("unannotated", "reads"));

    tools(false).body("find { it.name == 'write' }.readOnly", equalTo(true));
    unconfirmed(ben, "write").then().body("cached", equalTo(false));
    unconfirmed(ben, "write").then().body("cached", equalTo(true));
  }

  @Test
  void only_administrators_decide_about_the_workspace_and_owners_about_their_own() {
    toolPolicy(ben, "read", "block").then().statusCode(403);
    put(
            ben,
            "/policy",
            new JsonObject()
                .put("reads", "block")
                .put("writes", "block")
                .put("unannotated", "writes"))
        .then()
        .statusCode(403);
    ben.request().post("/api/connectors/" + id + "/tools/read/seen").then().statusCode(403);

    id = ben.connect("Mine", crm.endpoint(), "personal");
    toolPolicy(ben, "read", "block").then().statusCode(200);
    toolPolicy(ada, "read", "allow").then().statusCode(404);
  }

  @Test
  void a_policy_without_sense_is_refused() {
    toolPolicy(ada, "nothing", "block").then().statusCode(404);
    toolPolicy(ada, "read", "perhaps").then().statusCode(400);
    put(ada, "/policy", new JsonObject().put("reads", "allow")).then().statusCode(400);
  }

  @Test
  void row_15_a_tool_that_turns_from_reading_to_writing_is_treated_so_at_once() {
    ada.call(id, "read");
    crm.writing("read", arguments -> McpTestServer.text("changed"));
    tools(true)
        .body("find { it.name == 'read' }.readOnly", equalTo(false))
        .body("find { it.name == 'read' }.changed.at", notNullValue())
        .body(
            "find { it.name == 'read' }.changed.what",
            hasItem("It no longer says whether it writes; it said that it only reads."));

    unconfirmed(ben, "read").then().body("error.code", equalTo("approval_required"));
    assertThat(crm.calls()).isEqualTo(1);
  }

  @Test
  void row_15_a_tool_that_turns_from_writing_to_reading_is_not_believed_before_it_was_seen() {
    tools(false);
    crm.readOnly("write", arguments -> McpTestServer.text("harmless"));
    tools(true)
        .body("find { it.name == 'write' }.readOnly", equalTo(false))
        .body("find { it.name == 'write' }.policy", equalTo("ask"));
    unconfirmed(ben, "write").then().body("error.code", equalTo("approval_required"));

    ada.request()
        .post("/api/connectors/" + id + "/tools/write/seen")
        .then()
        .statusCode(200)
        .body("changed", nullValue())
        .body("readOnly", equalTo(true));

    unconfirmed(ben, "write").then().body("outcome", equalTo("fresh"));
  }

  @Test
  void row_15_a_change_that_the_server_tells_of_is_heard_without_being_asked_for() {
    crm.telling();
    ada.call(id, "read");
    await().untilAsserted(() -> assertThat(crm.listeners()).isPositive());
    crm.writing("read", arguments -> McpTestServer.text("changed"));

    crm.tellToolsChanged();

    await()
        .untilAsserted(
            () -> unconfirmed(ben, "read").then().body("error.code", equalTo("approval_required")));
  }

  @Test
  void a_changed_tool_is_marked_until_it_was_seen() {
    tools(false).body("changed", contains(nullValue(), nullValue()));
    crm.schema(
        "read",
        new JsonObject()
            .put("type", "object")
            .put("properties", new JsonObject().put("to", new JsonObject().put("type", "string")))
            .put("required", new JsonArray().add("to")));

    tools(true)
        .body(
            "find { it.name == 'read' }.changed.what",
            contains("It needs a new argument, \"to\"."));
    tools(false).body("find { it.name == 'read' }.changed", notNullValue());
    ada.request().post("/api/connectors/" + id + "/tools/read/seen").then().statusCode(200);
    tools(true).body("find { it.name == 'read' }.changed", nullValue());
  }

  @Test
  void a_tool_says_when_it_was_last_used() {
    tools(false).body("find { it.name == 'read' }.lastUsedAt", nullValue());
    ada.call(id, "read");

    await()
        .untilAsserted(() ->
            tools(false)
                .body("find { it.name == 'read' }.lastUsedAt", notNullValue())
                .body("find { it.name == 'write' }.lastUsedAt", nullValue()));
  }

  @Test
  void a_name_with_a_slash_is_a_name() {
    crm.readOnly("crm/deals", arguments -> McpTestServer.text("x"));

    toolPolicy(ada, "crm/deals", "ask").then().statusCode(200);
  }

  @Test
  void results_are_fresh_for_as_long_as_the_connector_says() {
    ada.request()
        .body("{\"ttlSeconds\":0}")
        .patch("/api/connectors/" + id)
        .then()
        .statusCode(200)
        .body("ttlSeconds", equalTo(0));

    ada.call(id, "read").then().body("cached", equalTo(false));
    ada.call(id, "read").then().body("cached", equalTo(false));
    ada.request().body("{\"ttlSeconds\":-1}").patch("/api/connectors/" + id).then().statusCode(400);
  }
}
