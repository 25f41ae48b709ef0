package dev.liveartifacts.connector.authorization;

import dev.liveartifacts.connector.egress.Outgoing;
import dev.liveartifacts.connector.egress.WebAnswer;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.egress.WebRequest;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who issues tokens for a server: protected-resource metadata (RFC 9728), then those of
 * the authorization server (RFC 8414, OpenID Connect Discovery). Fails with {@link
 * AuthorizationException}.
 */
public final class Discovery {
  private static final int MOST_REDIRECTS = 2;

  private final Outgoing web;

  public Discovery(Outgoing web) {
    this.web = web;
  }

  public Uni<Found> find(URI endpoint, Challenge challenge) {
    return resource(endpoint, challenge)
        .chain(resource ->
            server(resource.authorizationServers().getFirst())
                .map(server -> new Found(resource, server, challenge.scope())));
  }

  private Uni<ResourceServer> resource(URI endpoint, Challenge challenge) {
    URI named = challenge.resourceMetadata();
    List<URI> places = named == null ? WellKnown.ofResource(endpoint) : List.of(named);
    return first(places, 0)
        .map(found ->
            found
                .map(document -> ResourceServer.read(document, endpoint))
                .orElseGet(() -> undescribed(endpoint, challenge)));
  }

  private static ResourceServer undescribed(URI endpoint, Challenge challenge) {
    if (challenge.resourceMetadata() != null) {
      throw AuthorizationException.unusable(
          "The server points to metadata about itself that are not there.");
    }
    return ResourceServer.undescribed(endpoint);
  }

  private Uni<AuthorizationServer> server(String issuer) {
    return first(WellKnown.ofIssuer(address(issuer)), 0)
        .map(found ->
            found
                .map(document -> AuthorizationServer.read(document, issuer))
                .orElseThrow(() ->
                    AuthorizationException.unusable(
                        "The sign-in server has no metadata where they are looked for.")));
  }

  private static URI address(String issuer) {
    try {
      URI address = URI.create(issuer);
      if (address.getHost() != null && address.getRawQuery() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like every other name that is no address.
    }
    throw AuthorizationException.unusable("The sign-in server's name is not an address.");
  }

  /** The first place that holds a document; empty if none does. */
  private Uni<Optional<Document>> first(List<URI> places, int from) {
    return get(places.get(from), MOST_REDIRECTS)
        .map(Document::of)
        .chain(found ->
            found.isPresent() || from + 1 == places.size()
                ? Uni.createFrom().item(found)
                : first(places, from + 1));
  }

  private Uni<WebAnswer> get(URI place, int redirects) {
    return web.send(WebRequest.get(place))
        .onFailure(WebFailure.class)
        .transform(failure -> unreachable((WebFailure) failure))
        .invoke(Discovery::requireNoOutage)
        .chain(answer ->
            answer.redirect().isPresent() && redirects > 0
                ? get(resolved(place, answer.redirect().get()), redirects - 1)
                : Uni.createFrom().item(answer));
  }

  private static void requireNoOutage(WebAnswer answer) {
    if (answer.status() >= 500 || answer.status() == 429) {
      throw AuthorizationException.unreachable(
          "The sign-in server has a problem of its own (HTTP " + answer.status() + ").");
    }
  }

  private static URI resolved(URI place, String location) {
    try {
      return place.resolve(location);
    } catch (IllegalArgumentException e) {
      throw AuthorizationException.unusable("The sign-in server's metadata lead nowhere.");
    }
  }

  private static AuthorizationException unreachable(WebFailure failure) {
    return AuthorizationException.unreachable("The sign-in server " + failure.reason() + ".");
  }
}
