package dev.liveartifacts.connector.authorization;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to authorization servers.
 *
 * @param redirectUri where they send a browser back to
 * @param document the address of our client metadata; null where nobody else could read it
 */
public record Application(String name, URI redirectUri, @Nullable URI document) {
  private static final String CALLBACK = "/api/connectors/signin/callback";
  private static final String DOCUMENT = "/oauth/client.json";

  /** The application at its public origin. */
  public static Application at(URI origin) {
    boolean open = "https".equals(origin.getScheme());
    return new Application(
        "Live Artifacts",
        URI.create(origin + CALLBACK),
        open ? URI.create(origin + DOCUMENT) : null);
  }

  Optional<URI> metadata() {
    return Optional.ofNullable(document);
  }

  /** {@code web}, unless browsers come back to this machine (OpenID Connect Registration). */
  String type() {
    return "https".equals(redirectUri.getScheme()) ? "web" : "native";
  }
}
