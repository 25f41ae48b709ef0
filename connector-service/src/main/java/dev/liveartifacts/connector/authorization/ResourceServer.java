package dev.liveartifacts.connector.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A server that wants tokens, and who issues them (RFC 9728).
 *
 * @param resource the server's own name, sent to the authorization server as it stands here
 * @param authorizationServers issuers, at least one
 */
record ResourceServer(
    String resource, List<String> authorizationServers, List<String> scopesSupported) {

  /** Reads metadata that were found for an endpoint; those of another server are refused. */
  static ResourceServer read(Document document, URI endpoint) {
    JsonNode json = document.json();
    String resource = json.path("resource").asText("");
    if (!covers(resource, endpoint)) {
      throw AuthorizationException.unusable(
          "The server's metadata are about another server, so that a token could end up there.");
    }
    List<String> servers = Document.texts(json.path("authorization_servers"));
    if (servers.isEmpty()) {
      throw AuthorizationException.unusable(
          "The server does not say which sign-in server it trusts.");
    }
    return new ResourceServer(
        resource, servers, Scopes.valid(Document.texts(json.path("scopes_supported")).stream()));
  }

  /** A server of the time before RFC 9728: its own origin issues the tokens. */
  static ResourceServer undescribed(URI endpoint) {
    return new ResourceServer(endpoint.toString(), List.of(WellKnown.origin(endpoint)), List.of());
  }

  /** True for the endpoint itself and for what lies above it on the same origin. */
  static boolean covers(String resource, URI endpoint) {
    try {
      URI named = URI.create(resource);
      String above = path(named);
      return named.getHost() != null
          && named.getRawFragment() == null
          && origin(named).equals(origin(endpoint))
          && (path(endpoint) + "/").startsWith(above.endsWith("/") ? above : above + "/");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String origin(URI address) {
    String scheme = Objects.toString(address.getScheme(), "").toLowerCase(Locale.ROOT);
    int port = address.getPort() > 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    String host = Objects.toString(address.getHost(), "").toLowerCase(Locale.ROOT);
    return scheme + "://" + host + ":" + port;
  }

  private static String path(URI address) {
    return Objects.toString(address.getRawPath(), "");
  }
}
