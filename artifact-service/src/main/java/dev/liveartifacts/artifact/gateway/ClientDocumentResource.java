package dev.liveartifacts.artifact.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.liveartifacts.artifact.edge.Origins;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/**
 * Who this application is, for the sign-in servers of connectors: the address of this document is
 * its client id there (OAuth Client ID Metadata Document).
 */
@Path("/oauth/client.json")
class ClientDocumentResource {
  private static final String CALLBACK = "/api/connectors/signin/callback";

  private final String origin;

  ClientDocumentResource(Origins origins) {
    this.origin = origins.app().toString();
  }

  /** The metadata that RFC 7591 names. */
  public record ClientDocument(
      @JsonProperty("client_id") String clientId,
      @JsonProperty("client_name") String clientName,
      @JsonProperty("client_uri") String clientUri,
      @JsonProperty("redirect_uris") List<String> redirectUris,
      @JsonProperty("grant_types") List<String> grantTypes,
      @JsonProperty("response_types") List<String> responseTypes,
      @JsonProperty("token_endpoint_auth_method") String tokenEndpointAuthMethod,
      @JsonProperty("application_type") String applicationType) {}

  @GET
  @PermitAll
  public ClientDocument document() {
    return new ClientDocument(
        origin + "/oauth/client.json",
        "Live Artifacts",
        origin,
        List.of(origin + CALLBACK),
        List.of("authorization_code", "refresh_token"),
        List.of("code"),
        "none",
        "web");
  }
}
