package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class CallIT {
  private final Api ada = Api.as("ada");
  private McpTestServer crm;

  @BeforeEach
  void begin() {
    Infra.shared().reset("connector");
    crm = new McpTestServer();
  }

  @AfterEach
  void end() {
    crm.close();
  }

  @Test
  void a_connector_is_registered_and_its_tool_called() {
    String id = ada.connect("Acme CRM", crm.endpoint(), "workspace");

    ada.request()
        .get("/api/connectors/" + id + "/tools")
        .then()
        .statusCode(200)
        .body("", hasSize(2));
    ada.call(id, "read")
        .then()
        .statusCode(200)
        .header("Live-Outcome", "fresh")
        .body("cached", equalTo(false))
        .body("result.content[0].text", equalTo("hello"));
    ada.call(id, "read").then().statusCode(200).body("cached", equalTo(true));
    assertThat(crm.calls()).isEqualTo(1);
  }
}
