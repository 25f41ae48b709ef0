package dev.liveartifacts.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.OAuthTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.connector.testing.SignInBrowser;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody signs in to a connector, from the button to the first answer. */
@QuarkusTest
@ServiceUnderTest
class SignInIT {
  private final McpTestServer mcp = new McpTestServer();
  private final OAuthTestServer oauth = new OAuthTestServer();

  @BeforeEach
  void protect() {
    Infra.shared().reset("connector");
    oauth.protect(mcp, "read");
  }

  @AfterEach
  void close() {
    mcp.close();
    oauth.close();
  }

  @Test
  void one_sign_in_lets_calls_through_for_that_person_alone() {
    String id = connector("person");
    Api.as("ben").call(id, "read").then().body("error.code", equalTo("needs_reauth"));

    Map<String, String> end = SignInBrowser.of("ben").signIn(id);

    assertThat(end).containsEntry("outcome", "connected").containsEntry("connector", id);
    Api.as("ben").call(id, "read").then().body("outcome", equalTo("fresh"));
    Api.as("cleo").call(id, "read").then().body("error.code", equalTo("needs_reauth"));
    Api.as("ben")
        .request()
        .get("/api/connectors/" + id)
        .then()
        .body("state", equalTo("connected"))
        .body("connectionScope", equalTo("person"))
        .body("authorization.issuer", equalTo(oauth.issuer()))
        .body("authorization.registration", equalTo("dynamic"));
  }

  static JsonObject oauth(String endpoint, String connectionScope) {
    return new JsonObject()
        .put("name", "Acme Accounting")
        .put("endpoint", endpoint)
        .put("scope", "workspace")
        .put("signIn", "oauth")
        .put("connectionScope", connectionScope);
  }

  private String connector(String connectionScope) {
    return Api.as("ada")
        .add(oauth(mcp.endpoint(), connectionScope))
        .then()
        .statusCode(201)
        .body("state", equalTo("needs_sign_in"))
        .body("stateReason", startsWith("Nobody"))
        .extract()
        .path("id");
  }
}
