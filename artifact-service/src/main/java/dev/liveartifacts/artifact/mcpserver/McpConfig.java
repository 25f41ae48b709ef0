package dev.liveartifacts.artifact.mcpserver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;

/** How MCP clients reach this service, and who signs their people in. */
@ConfigMapping(prefix = "live.mcp")
public interface McpConfig {
  /** What a token has to be made for: the address of our MCP server (RFC 8707). */
  @WithDefault("${live.app-origin}/mcp")
  String audience();

  /** The issuer that MCP clients are sent to; it is the one that people sign in with. */
  @WithDefault("${quarkus.oidc.auth-server-url}")
  URI authorizationServer();

  /** What clients are told to ask for, so that their tokens are made for our MCP server. */
  @WithDefault("openid,profile,email")
  List<String> scopes();

  /** Requests of one person at a time, on one replica. */
  @WithDefault("16")
  int requestsPerPerson();
}
