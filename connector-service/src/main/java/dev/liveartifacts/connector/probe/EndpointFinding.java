package dev.liveartifacts.connector.probe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.connector.authorization.Registration;
import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.ServerInfo;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.register.SignIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found at an endpoint.
 *
 * @param ok true if a connector can be made of it; it may need a sign-in first
 * @param era {@code stateless} or {@code session}
 * @param signIn how the server wants to be signed in to
 * @param tools the first fifty
 * @param error why it will not do, as a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointFinding(
    boolean ok,
    @Nullable String era,
    @Nullable String protocolVersion,
    @Nullable String serverName,
    @Nullable SignIn signIn,
    @Nullable SignInServer authorization,
    @Nullable List<ToolName> tools,
    @Nullable Integer toolCount,
    @Nullable String error) {
  private static final int MOST_TOOLS = 50;
  private static final String STATELESS = "2026-07-28";

  /** A tool as far as a list shows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ToolName(String name, @Nullable String title, boolean readOnly) {}

  /** Who issues tokens, and how this application would be known there. */
  public record SignInServer(String issuer, Registration registration) {}

  static EndpointFinding good(ServerInfo server, SignIn signIn, List<Tool> tools) {
    return new EndpointFinding(
        true,
        server.protocolVersion().compareTo(STATELESS) < 0 ? "session" : "stateless",
        server.protocolVersion(),
        server.name(),
        signIn,
        null,
        tools.stream().limit(MOST_TOOLS).map(EndpointFinding::named).toList(),
        tools.size(),
        null);
  }

  static EndpointFinding signedInAt(SignInServer server) {
    return new EndpointFinding(true, null, null, null, SignIn.OAUTH, server, null, null, null);
  }

  /**
   * @param signIn what would help; null if no sign-in does
   */
  static EndpointFinding bad(@Nullable SignIn signIn, String words) {
    return new EndpointFinding(false, null, null, null, signIn, null, null, null, words);
  }

  static EndpointFinding bad(McpFailure failure) {
    return bad(null, FailureWords.of("The server", failure));
  }

  private static ToolName named(Tool tool) {
    return new ToolName(tool.name(), tool.title(), tool.readOnly());
  }
}
