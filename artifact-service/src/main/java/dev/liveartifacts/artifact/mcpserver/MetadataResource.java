package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.liveartifacts.artifact.edge.Origins;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Tells an MCP client where to sign in, and what for (RFC 9728). */
@Path("/.well-known/oauth-protected-resource/mcp")
class MetadataResource {
  private final Metadata metadata;

  MetadataResource(Origins origins, McpConfig config) {
    this.metadata =
        new Metadata(
            origins.app() + "/mcp",
            List.of(config.authorizationServer().toString()),
            config.scopes(),
            List.of("header"),
            "Live Artifacts");
  }

  @GET
  @PermitAll
  public Metadata metadata() {
    return metadata;
  }

  /** The members that RFC 9728 names. */
  public record Metadata(
      @JsonProperty("resource") String resource,
      @JsonProperty("authorization_servers") List<String> authorizationServers,
      @JsonProperty("scopes_supported") List<String> scopesSupported,
      @JsonProperty("bearer_methods_supported") List<String> bearerMethodsSupported,
      @JsonProperty("resource_name") String resourceName) {}
}
