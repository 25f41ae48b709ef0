package dev.liveartifacts.connector.delegation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class HandoverIT {
  private final String artifact = UUID.randomUUID().toString();
  private final Infra infra = Infra.shared();
  private final Api ada = Api.as("ada");
  private final Api ben = Api.as("ben");

  @BeforeEach
  void nothingIsDelegated() {
    infra.reset("connector");
  }

  @Test
  void row_13_whoever_has_an_artifact_no_more_delegates_nothing_to_it_any_more() {
    try (McpTestServer crm = new McpTestServer()) {
      String connector = ada.connect("Acme CRM", crm.endpoint(), "workspace");
      String other = UUID.randomUUID().toString();
      delegate(ada, connector, artifact);
      delegate(ada, connector, other);
      delegate(ben, connector, artifact);

      handOver("ada", null).then().statusCode(204);
      handOver("ada", null).then().statusCode(204);

      ada.request().get("/delegations").then().body("artifactId", contains(other));
      ben.request().get("/delegations").then().body("artifactId", contains(artifact));
    }
  }

  @Test
  void what_was_delegated_after_the_artifact_came_back_stays() {
    try (McpTestServer crm = new McpTestServer()) {
      String connector = ada.connect("Acme CRM", crm.endpoint(), "workspace");
      Instant before = Instant.now();
      delegate(ada, connector, artifact);

      handOver("ada", before).then().statusCode(204);
      ada.request().get("/delegations").then().body("artifactId", contains(artifact));

      handOver("ada", Instant.now()).then().statusCode(204);
      ada.request().get("/delegations").then().body("", empty());
    }
  }

  @Test
  void row_12_only_our_own_services_say_who_owns_what() {
    JsonObject body = handover("ada", null);
    assertThat(ben.request().body(body.encode()).post("/handovers").statusCode()).isEqualTo(403);
    assertThat(
            given()
                .contentType(ContentType.JSON)
                .body(body.encode())
                .post("/handovers")
                .statusCode())
        .isEqualTo(401);
    assertThat(send(new JsonObject()).statusCode()).isEqualTo(400);
  }

  private static void delegate(Api who, String connector, String artifact) {
    JsonObject call = new JsonObject().put("connectorId", connector).put("tool", "read");
    who.request()
        .body(new JsonObject().put("calls", new JsonArray().add(call)).encode())
        .put("/delegations/{artifact}", artifact)
        .then()
        .statusCode(200);
  }

  private Response handOver(String subject, @Nullable Instant before) {
    return send(handover(subject, before));
  }

  private JsonObject handover(String subject, @Nullable Instant before) {
    return new JsonObject()
        .put("artifactId", artifact)
        .put("issuer", infra.signIn().url())
        .put("subject", subject)
        .put("before", before == null ? null : before.toString());
  }

  private Response send(JsonObject body) {
    return given()
        .auth()
        .oauth2(infra.signIn().clientToken("artifact-service"))
        .contentType(ContentType.JSON)
        .body(body.encode())
        .post("/handovers");
  }
}
