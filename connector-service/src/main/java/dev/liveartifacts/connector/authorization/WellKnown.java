package dev.liveartifacts.connector.authorization;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Where servers describe themselves, in the order in which MCP has them asked. */
final class WellKnown {
  private static final String RESOURCE = "/.well-known/oauth-protected-resource";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private WellKnown() {}

  /** RFC 9728, section 3.1: the place for the endpoint's own path, then the root. */
  static List<URI> ofResource(URI endpoint) {
    String path = path(endpoint);
    return Stream.of(RESOURCE + path, RESOURCE)
        .distinct()
        .map(place -> URI.create(origin(endpoint) + place))
        .toList();
  }

  /** RFC 8414, section 3.1 and 5, then OpenID Connect Discovery, section 4. */
  static List<URI> ofIssuer(URI issuer) {
    String path = path(issuer);
    Stream<String> places =
        path.isEmpty()
            ? Stream.of(OAUTH, OPENID)
            : Stream.of(OAUTH + path, OPENID + path, path + OPENID);
    return places.map(place -> URI.create(origin(issuer) + place)).toList();
  }

  static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private static String path(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
