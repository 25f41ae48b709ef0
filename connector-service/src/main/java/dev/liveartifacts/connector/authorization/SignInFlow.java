package dev.liveartifacts.connector.authorization;

import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.EgressRefused;
import dev.liveartifacts.connector.egress.Outgoing;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from a server that wants tokens to the address where a browser gets them. Needs neither
 * browser nor storage. Fails with {@link AuthorizationException}. Thread-safe.
 */
public final class SignInFlow {
  private final EgressGuard guard;
  private final Application application;
  private final Discovery discovery;
  private final RegistrationClient registration;

  public SignInFlow(Outgoing web, EgressGuard guard, Application application) {
    this.guard = guard;
    this.application = application;
    this.discovery = new Discovery(web);
    this.registration = new RegistrationClient(web, application);
  }

  public Uni<Found> discover(URI endpoint, Challenge challenge) {
    return discovery.find(endpoint, challenge).invoke(this::requireOpenable);
  }

  /** How this application would become known there. */
  public Registration registration(Found found, Optional<OAuthClient> known) {
    return registration.choice(found, known);
  }

  /**
   * The client to sign in with at what was found; registers it if it has to.
   *
   * @param known the client that was used at this issuer before
   */
  public Uni<OAuthClient> client(Found found, Optional<OAuthClient> known) {
    return registration.client(found, known);
  }

  /** A client that was entered by hand, for the issuer that was found and no other. */
  public OAuthClient configured(Found found, String id, @Nullable String secret) {
    return OAuthClient.at(found.server(), id, secret, Registration.CONFIGURED);
  }

  /**
   * A walk to the sign-in server and back.
   *
   * @param before scopes that were granted or asked for earlier
   */
  public SignInAttempt attempt(Found found, OAuthClient client, List<String> before) {
    return SignInAttempt.of(found, client, application.redirectUri(), found.scopes(before));
  }

  /** A browser will open this address: it is held to the same rule as our own requests. */
  private void requireOpenable(Found found) {
    try {
      guard.checkText(found.server().authorizationEndpoint());
    } catch (EgressRefused e) {
      throw AuthorizationException.unusable(
          "The sign-in page that the server names is not opened. " + e.reason());
    }
  }
}
