package dev.liveartifacts.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.liveartifacts.connector.connection.ConnectionRow;
import dev.liveartifacts.connector.connection.ConnectionStore;
import dev.liveartifacts.connector.connection.SecretBox;
import dev.liveartifacts.connector.connection.SecretsConfig;
import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.OAuthTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.connector.testing.SignInBrowser;
import dev.liveartifacts.connector.work.UnitOfWork;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The key for secrets is replaced while connections stay. */
@QuarkusTest
@ServiceUnderTest
@SuppressWarnings("NullAway.Init")
class KeyRotationIT {
  private static final String NEXT = Base64.getEncoder().encodeToString(new byte[32]);

  @Inject UnitOfWork unit;
  @Inject Clock clock;

  @ConfigProperty(name = "live.secrets.key")
  String present;

  @Test
  void after_a_renewal_the_old_key_is_not_needed_any_more() {
    Infra.shared().reset("connector");
    try (McpTestServer mcp = new McpTestServer();
        OAuthTestServer oauth = new OAuthTestServer()) {
      oauth.protect(mcp, "read");
      String id =
          Api.as("ada").add(SignInIT.oauth(mcp.endpoint(), "person")).then().extract().path("id");
      SignInBrowser.of("ben").signIn(id);

      assertThat(renewed(List.of(NEXT, present))).isOne();
      assertThat(renewed(List.of(NEXT, present))).isZero();
      assertThat(opened(List.of(NEXT))).contains("access-");

      assertThat(renewed(List.of(present, NEXT))).isOne();
      Api.as("ben").call(id, "read").then().body("outcome", equalTo("fresh"));
    }
  }

  @Test
  void only_administrators_renew_secrets() {
    Api.as("ben").request().post("/api/connectors/secrets/renewal").then().statusCode(403);
    Api.as("ada")
        .request()
        .post("/api/connectors/secrets/renewal")
        .then()
        .statusCode(200)
        .body("renewed", equalTo(0));
  }

  private int renewed(List<String> keys) {
    return store(keys).renewSecrets().await().indefinitely();
  }

  private String opened(List<String> keys) {
    ConnectionRow row =
        unit.in(() -> store(keys).find("secret is not null").<ConnectionRow>firstResult())
            .await()
            .indefinitely();
    return new SecretBox(config(keys)).open(Objects.requireNonNull(row.secret), row.id);
  }

  private ConnectionStore store(List<String> keys) {
    return new ConnectionStore(unit, new SecretBox(config(keys)), clock);
  }

  private static SecretsConfig config(List<String> keys) {
    return () -> Optional.of(keys);
  }
}
