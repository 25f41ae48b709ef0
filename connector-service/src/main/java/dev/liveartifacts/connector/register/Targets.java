package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.connection.SecretBox;
import dev.liveartifacts.connector.mcp.McpTarget;
import dev.liveartifacts.connector.mcp.wire.Credential;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Opens a connection's secret for the one request that carries it. */
@ApplicationScoped
public class Targets {
  private final SecretBox secrets;

  public Targets(SecretBox secrets) {
    this.secrets = secrets;
  }

  public McpTarget of(Reach reach) {
    Connection connection = reach.connection();
    String secret =
        connection.secret().map(sealed -> secrets.open(sealed, connection.id())).orElse(null);
    return new McpTarget(
        connection.id(),
        connection.generation(),
        reach.connector().endpoint(),
        credential(reach.connector().signIn(), secret, reach.connector().headerName()));
  }

  /** The header that a sign-in asks for; null if it asks for none. */
  public static @Nullable Credential credential(
      SignIn signIn, @Nullable String secret, @Nullable String headerName) {
    return switch (signIn) {
      case NONE, OAUTH -> null;
      case BEARER -> secret == null ? null : new Credential("Authorization", "Bearer " + secret);
      case HEADER ->
          secret == null || headerName == null ? null : new Credential(headerName, secret);
    };
  }
}
