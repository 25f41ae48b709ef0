package dev.liveartifacts.connector.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who issues tokens, as its metadata describe it (RFC 8414).
 *
 * @param issuer its name; compared as a string, never normalised
 * @param clientMetadataDocuments a client may name itself by the address of its metadata
 * @param sendsIssuer its answers carry {@code iss} (RFC 9207)
 */
record AuthorizationServer(
    String issuer,
    URI authorizationEndpoint,
    URI tokenEndpoint,
    @Nullable URI registrationEndpoint,
    @Nullable URI revocationEndpoint,
    List<String> scopesSupported,
    List<String> tokenAuthMethods,
    boolean clientMetadataDocuments,
    boolean sendsIssuer) {

  /** Refuses metadata of another issuer, and those that allow no safe sign-in. */
  static AuthorizationServer read(Document document, String issuer) {
    JsonNode json = document.json();
    if (!json.path("issuer").asText("").equals(issuer)) {
      throw AuthorizationException.unusable(
          "The sign-in server's metadata name another issuer than the one that was asked for.");
    }
    if (!Document.texts(json.path("code_challenge_methods_supported")).contains("S256")) {
      throw AuthorizationException.unusable(
          "The sign-in server does not say that it protects sign-ins by PKCE with S256.");
    }
    return new AuthorizationServer(
        issuer,
        required(document, "authorization_endpoint"),
        required(document, "token_endpoint"),
        document.address("registration_endpoint").orElse(null),
        document.address("revocation_endpoint").orElse(null),
        Scopes.valid(Document.texts(json.path("scopes_supported")).stream()),
        Document.texts(json.path("token_endpoint_auth_methods_supported")),
        json.path("client_id_metadata_document_supported").asBoolean(false),
        json.path("authorization_response_iss_parameter_supported").asBoolean(false));
  }

  private static URI required(Document document, String field) {
    return document
        .address(field)
        .orElseThrow(() ->
            AuthorizationException.unusable("The sign-in server's metadata lack " + field + "."));
  }
}
