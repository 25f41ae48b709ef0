package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class GrantedToolIT {
  private final Api ada = Api.as("ada");

  @Test
  void row_15_a_tool_that_is_not_what_was_granted_is_not_called() {
    Infra.shared().reset("connector");
    try (McpTestServer crm = new McpTestServer()) {
      String id = ada.connect("Acme CRM", crm.endpoint(), "workspace");
      String hash =
          ada.request()
              .get("/api/connectors/{id}/tools", id)
              .then()
              .extract()
              .path("find { it.name == 'read' }.schemaHash");

      call(id, hash)
          .then()
          .header("Live-Outcome", "fresh")
          .header("Live-Stored", matchesPattern("20.*Z"));
      int made = crm.calls();
      call(id, "another")
          .then()
          .statusCode(200)
          .header("Live-Outcome", "failed")
          .header("Live-Error", "not_granted")
          .body("error.code", equalTo("not_granted"))
          .body("result.content[0].text", containsString("has to approve it again"));
      assertThat(crm.calls()).isEqualTo(made);
    }
  }

  private Response call(String id, String grantedHash) {
    JsonObject call =
        new JsonObject()
            .put("artifactId", UUID.randomUUID().toString())
            .put("connectorId", id)
            .put("tool", "read")
            .put("arguments", new JsonObject())
            .put("freshness", "cached")
            .put("grantedHash", grantedHash);
    return ada.request().body(call.encode()).post("/calls");
  }
}
