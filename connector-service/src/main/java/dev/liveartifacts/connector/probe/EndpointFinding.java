package dev.liveartifacts.connector.probe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.ServerInfo;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import org.jspecify.annotations.Nullable;

/**
 * What was found at an endpoint.
 *
 * @param error why it will not do, as a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointFinding(
    boolean ok,
    @Nullable String protocolVersion,
    @Nullable String serverName,
    @Nullable Integer toolCount,
    @Nullable String error) {
  static EndpointFinding good(ServerInfo server, int tools) {
    return new EndpointFinding(true, server.protocolVersion(), server.name(), tools, null);
  }

  static EndpointFinding bad(McpFailure failure) {
    String words =
        failure instanceof McpFailure.Unauthorized
            ? "The server wants a sign-in that it accepts."
            : FailureWords.of("The server", failure);
    return new EndpointFinding(false, null, null, null, words);
  }
}
