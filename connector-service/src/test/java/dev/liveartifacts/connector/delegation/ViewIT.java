package dev.liveartifacts.connector.delegation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada shows Ben what her CRM answers to one call, and nothing else of it. */
@QuarkusTest
@ServiceUnderTest
class ViewIT {
  private static final JsonObject WON = new JsonObject().put("stage", "won");

  private final Infra infra = Infra.shared();
  private final Api ada = Api.as("ada");
  private final String artifact = UUID.randomUUID().toString();
  private McpTestServer crm;
  private String connector;

  @BeforeEach
  void begin() {
    infra.reset("connector");
    crm = new McpTestServer().requiring("adas-key");
    connector = personal("ada", "adas-key");
  }

  @AfterEach
  void end() {
    crm.close();
  }

  @Test
  void row_13_a_viewer_on_a_delegation_makes_exactly_the_recorded_calls_never_other_arguments() {
    String delegation = show("read", WON);

    as("ben", delegation, "read", WON)
        .then()
        .header("Live-Outcome", "fresh")
        .body("result.content[0].text", equalTo("hello"));
    int made = crm.calls();
    for (JsonObject other :
        new JsonObject[] {
          new JsonObject(),
          new JsonObject().put("stage", "lost"),
          new JsonObject().put("stage", "won").put("limit", 1000),
          new JsonObject().put("stage", new JsonArray().add("won"))
        }) {
      as("ben", delegation, "read", other)
          .then()
          .statusCode(200)
          .header("Live-Outcome", "failed")
          .body("error.code", equalTo("not_granted"))
          .body("result.content[0].text", containsString("exactly the recorded arguments"));
    }
    as("ben", delegation, "write", WON).then().body("error.code", equalTo("not_granted"));
    assertThat(crm.calls()).as("nothing of it reached the connector").isEqualTo(made);
  }

  @Test
  void row_13_what_a_page_adds_to_its_calls_never_reaches_the_connector() {
    String delegation = show("read", WON);

    as("ben", delegation, "read", WON.copy().put("_cb", "' or 1=1"))
        .then()
        .header("Live-Outcome", "fresh");

    assertThat(crm.received())
        .filteredOn(message -> "tools/call".equals(message.getString("method")))
        .extracting(message -> message.getJsonObject("params").getJsonObject("arguments"))
        .containsOnly(WON);
  }

  @Test
  void row_10_the_owners_result_is_cached_with_the_owners_and_the_viewers_own_call_is_not_helped() {
    String delegation = show("read", WON);
    ada.call(connector, "read", WON, "cached");

    as("ben", delegation, "read", WON).then().body("cached", equalTo(true));
    Api.as("ben")
        .call(connector, "read", WON, "cached")
        .then()
        .body("error.code", equalTo("server_not_found"));
  }

  @Test
  void row_11_only_the_service_uses_a_delegation_and_only_for_its_artifact() {
    String delegation = show("read", WON);

    ada.request()
        .body(asked("ben", delegation, "read", WON))
        .post("/delegated-calls")
        .then()
        .statusCode(403);
    given()
        .contentType(ContentType.JSON)
        .body(asked("ben", delegation, "read", WON))
        .post("/delegated-calls")
        .then()
        .statusCode(401);
    service()
        .body(
            new JsonObject(asked("ben", delegation, "read", WON))
                .put("artifactId", UUID.randomUUID().toString())
                .encode())
        .post("/delegated-calls")
        .then()
        .header("Live-Error", "not_granted");
    as("ben", UUID.randomUUID().toString(), "read", WON).then().header("Live-Error", "not_granted");
  }

  @Test
  void what_is_taken_back_is_refused_by_the_next_call_though_it_is_cached() {
    String delegation = show("read", WON);
    as("ben", delegation, "read", WON).then().header("Live-Outcome", "fresh");

    Api.as("ben").request().delete(view()).then().statusCode(204);
    as("ben", delegation, "read", WON).then().header("Live-Outcome", "fresh");
    ada.request().delete(view()).then().statusCode(204);

    as("ben", delegation, "read", WON).then().header("Live-Error", "not_granted");
  }

  @Test
  void an_owner_no_longer_ends_all_of_both_kinds() {
    String shown = show("read", WON);
    String run =
        ada.request()
            .body(calls("read", WON).encode())
            .put("/delegations/{artifact}", artifact)
            .then()
            .statusCode(200)
            .extract()
            .path("delegationId");
    assertThat(run).isNotEqualTo(shown);
    as("ben", run, "read", WON).then().header("Live-Error", "not_granted");
    JsonObject former =
        new JsonObject()
            .put("artifactId", artifact)
            .put("issuer", infra.signIn().url())
            .put("subject", "ada");

    ada.request().get("/delegations").then().body("connectorId", contains(null, connector));
    ada.request().body(former.encode()).post("/handovers").then().statusCode(403);
    service().body(former.encode()).post("/handovers").then().statusCode(204);

    as("ben", shown, "read", WON).then().header("Live-Error", "not_granted");
    ada.request().get("/delegations").then().body("size()", equalTo(0));
  }

  @Test
  void a_withdrawn_tool_is_not_shown_any_more() {
    String delegation = show("read", WON);

    ada.request()
        .body(calls("read", new JsonObject()).encode())
        .post("/delegations/{a}/withdrawals", artifact)
        .then()
        .statusCode(204);

    as("ben", delegation, "read", WON).then().header("Live-Error", "not_granted");
  }

  @Test
  void a_blocked_tool_is_not_shown_though_its_answer_is_cached() {
    String delegation = show("read", WON);
    as("ben", delegation, "read", WON).then().header("Live-Outcome", "fresh");

    ada.request()
        .body("{\"policy\":\"block\"}")
        .put("/api/connectors/{id}/tools/read/policy", connector)
        .then()
        .statusCode(200);

    as("ben", delegation, "read", WON).then().header("Live-Error", "blocked_by_policy");
  }

  @Test
  void the_service_learns_which_tools_are_blocked_one_by_one_or_all_that_read() {
    String tools = "/api/connectors/" + connector + "/tools/read/policy";
    assertThat(blocked("read", "other")).isEmpty();

    ada.request().body("{\"policy\":\"block\"}").put(tools).then().statusCode(200);
    assertThat(blocked("read", "other")).containsExactly("read");
    ada.request().body("{\"policy\":null}").put(tools).then().statusCode(200);
    ada.request()
        .body("{\"reads\":\"block\",\"writes\":\"ask\",\"unannotated\":\"writes\"}")
        .put("/api/connectors/{id}/policy", connector)
        .then()
        .statusCode(200);

    assertThat(blocked("read", "other")).containsExactly("read", "other");
    ada.request().body("{\"tools\":[]}").post("/blocked-tools").then().statusCode(403);
  }

  private List<String> blocked(String... names) {
    JsonArray tools = new JsonArray();
    for (String name : names) {
      tools.add(new JsonObject().put("connectorId", connector).put("tool", name));
    }
    return service()
        .body(new JsonObject().put("tools", tools).encode())
        .post("/blocked-tools")
        .then()
        .statusCode(200)
        .extract()
        .path("tool");
  }

  @Test
  void it_is_the_owner_who_has_to_sign_in_again_and_the_viewer_is_told_so() {
    String delegation = show("read", WON);
    ada.request().delete("/api/connectors/{id}/connection", connector).then().statusCode(200);

    as("ben", delegation, "read", WON)
        .then()
        .header("Live-Error", "server_unavailable")
        .body("error.message", equalTo("CRM needs the artifact's owner to sign in again."));
  }

  @Test
  void what_writes_or_is_another_connectors_cannot_be_shown() {
    put("write", WON).then().statusCode(409).body("detail", containsString("writes"));
    ada.request()
        .body(calls("read", WON).put("timeZone", "UTC").encode())
        .put("/delegations/{a}/views/{c}", artifact, UUID.randomUUID())
        .then()
        .statusCode(400)
        .body("detail", containsString("of this connector alone"));
    ada.request()
        .body(calls("read", WON).put("timeZone", "Mars/Base").encode())
        .put(view())
        .then()
        .statusCode(400)
        .body("detail", containsString("Europe/Berlin"));
    Api.as("ben")
        .request()
        .body(calls("read", WON).put("timeZone", "UTC").encode())
        .put(view())
        .then()
        .statusCode(404);
  }

  @Test
  void a_personal_connection_is_not_used_before_its_person_agreed() {
    JsonObject call =
        new JsonObject()
            .put("artifactId", artifact)
            .put("connectorId", connector)
            .put("tool", "read")
            .put("arguments", WON)
            .put("freshness", "cached");
    int made = crm.calls();

    ada.request()
        .body(call.encode())
        .post("/calls")
        .then()
        .header("Live-Error", "consent_needed")
        .body("error.message", containsString("your own connection to CRM"));
    assertThat(crm.calls()).isEqualTo(made);
    ada.request()
        .body(call.put("ownConnection", true).encode())
        .post("/calls")
        .then()
        .header("Live-Error", not("consent_needed"))
        .header("Live-Outcome", "fresh");
  }

  private String personal(String person, String key) {
    return Api.as(person)
        .add(
            new JsonObject()
                .put("name", "CRM")
                .put("endpoint", crm.endpoint())
                .put("scope", "personal")
                .put("signIn", "bearer")
                .put("secret", key))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String show(String tool, JsonObject arguments) {
    return put(tool, arguments).then().statusCode(200).extract().path("delegationId");
  }

  private Response put(String tool, JsonObject arguments) {
    return ada.request().body(calls(tool, arguments).put("timeZone", "UTC").encode()).put(view());
  }

  private JsonObject calls(String tool, JsonObject arguments) {
    return new JsonObject()
        .put(
            "calls",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("connectorId", connector)
                        .put("tool", tool)
                        .put("arguments", arguments)));
  }

  private String view() {
    return "/delegations/" + artifact + "/views/" + connector;
  }

  private Response as(String viewer, String delegation, String tool, JsonObject arguments) {
    return service().body(asked(viewer, delegation, tool, arguments)).post("/delegated-calls");
  }

  private String asked(String viewer, String delegation, String tool, JsonObject arguments) {
    return new JsonObject()
        .put("artifactId", artifact)
        .put("delegationId", delegation)
        .put("viewer", new JsonObject().put("issuer", "i").put("subject", viewer))
        .put("connectorId", connector)
        .put("tool", tool)
        .put("arguments", arguments)
        .put("freshness", "cached")
        .encode();
  }

  private RequestSpecification service() {
    return given()
        .auth()
        .oauth2(infra.signIn().clientToken("artifact-service"))
        .contentType(ContentType.JSON);
  }
}
