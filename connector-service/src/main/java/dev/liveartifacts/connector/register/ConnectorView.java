package dev.liveartifacts.connector.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.connector.connection.ConnectionState;
import dev.liveartifacts.connector.connection.Standing;
import dev.liveartifacts.connector.mcp.LocalServers;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connector as a person sees it, with the state of the connection that they use.
 *
 * @param kind {@code mcp} for a remote server, else which built-in connector it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectorView(
    UUID id,
    String slug,
    String name,
    String endpoint,
    Scope scope,
    SignIn signIn,
    @Nullable String headerName,
    @Nullable Integer ttlSeconds,
    ConnectionScope connectionScope,
    @Nullable AuthorizationView authorization,
    ConnectionState state,
    @Nullable String stateReason,
    @Nullable Instant stateSince,
    @Nullable Instant lastSuccessAt,
    boolean mine,
    String kind) {
  public static ConnectorView of(Reach reach, String personId) {
    Connector connector = reach.connector();
    Standing standing = reach.connection().standing();
    return new ConnectorView(
        connector.id(),
        connector.slug(),
        connector.name(),
        connector.endpoint().toString(),
        connector.scope(),
        connector.signIn(),
        connector.headerName(),
        connector.ttlSeconds(),
        connector.connectionScope(),
        connector.authorization(),
        standing.state(),
        standing.reason(),
        reach.connection().isAbsent() ? null : standing.since(),
        standing.lastSuccessAt(),
        connector.isOf(personId),
        kind(connector.endpoint()));
  }

  private static String kind(URI endpoint) {
    return LocalServers.areAt(endpoint) ? endpoint.getHost() : "mcp";
  }
}
