package dev.liveartifacts.connector.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class WithdrawalIT {
  private static final String ARTIFACT = UUID.randomUUID().toString();

  private final Api ada = Api.as("ada");
  @Inject DelegationStore store;

  @Test
  void row_13_a_withdrawn_tool_leaves_the_delegation_at_once_and_nobody_elses() {
    Infra.shared().reset("connector");
    try (McpTestServer crm = new McpTestServer()) {
      String id = ada.connect("Acme CRM", crm.endpoint(), "workspace");
      JsonArray both = new JsonArray().add(call(id, "read")).add(call(id, "other"));
      String delegation =
          ada.request()
              .body(new JsonObject().put("calls", both).encode())
              .put("/delegations/{artifact}", ARTIFACT)
              .then()
              .statusCode(200)
              .extract()
              .path("delegationId");

      withdraw(Api.as("ben"), id, "read").then().statusCode(204);
      assertThat(tools(delegation)).containsExactlyInAnyOrder("read", "other");
      withdraw(ada, id, "read").then().statusCode(204);

      assertThat(tools(delegation)).containsExactly("other");
    }
  }

  private static Response withdraw(Api who, String connector, String tool) {
    return who.request()
        .body(new JsonObject().put("calls", new JsonArray().add(call(connector, tool))).encode())
        .post("/delegations/{artifact}/withdrawals", ARTIFACT);
  }

  private static JsonObject call(String connector, String tool) {
    return new JsonObject().put("connectorId", connector).put("tool", tool);
  }

  private List<String> tools(String delegation) {
    return store
        .find(UUID.fromString(delegation))
        .await()
        .atMost(Duration.ofSeconds(5))
        .orElseThrow()
        .calls()
        .stream()
        .map(DelegatedCall::tool)
        .toList();
  }
}
