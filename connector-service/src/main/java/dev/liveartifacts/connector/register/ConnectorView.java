package dev.liveartifacts.connector.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.connector.connection.ConnectionState;
import dev.liveartifacts.connector.connection.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connector as a person sees it, with the state of the connection that they use. */
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
    boolean mine) {
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
        connector.isOf(personId));
  }
}
