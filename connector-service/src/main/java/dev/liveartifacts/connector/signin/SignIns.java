package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.authorization.AuthorizationException;
import dev.liveartifacts.connector.authorization.AuthorizationFailure;
import dev.liveartifacts.connector.authorization.Callback;
import dev.liveartifacts.connector.authorization.Found;
import dev.liveartifacts.connector.authorization.OAuthClient;
import dev.liveartifacts.connector.authorization.Registration;
import dev.liveartifacts.connector.authorization.SignInAttempt;
import dev.liveartifacts.connector.authorization.SignInFlow;
import dev.liveartifacts.connector.authorization.TokenClient;
import dev.liveartifacts.connector.authorization.TokenSet;
import dev.liveartifacts.connector.connection.ConnectionStore;
import dev.liveartifacts.connector.connection.TokenKeeper;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.AuthorizationView;
import dev.liveartifacts.connector.register.Connector;
import dev.liveartifacts.connector.register.ConnectorCache;
import dev.liveartifacts.connector.register.ConnectorStore;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.register.Registry;
import dev.liveartifacts.connector.register.SignIn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends people to the sign-in servers of connectors, and takes them back. */
@ApplicationScoped
public class SignIns {
  private final Registry registry;
  private final ConnectorStore connectors;
  private final ConnectorCache cache;
  private final ConnectionStore connections;
  private final Challenges challenges;
  private final SignInFlow flow;
  private final TokenClient tokens;
  private final TokenKeeper keeper;
  private final ClientStore clients;
  private final AttemptStore attempts;

  public SignIns(
      Registry registry,
      ConnectorStore connectors,
      ConnectorCache cache,
      ConnectionStore connections,
      Challenges challenges,
      SignInFlow flow,
      TokenClient tokens,
      TokenKeeper keeper,
      ClientStore clients,
      AttemptStore attempts) {
    this.registry = registry;
    this.connectors = connectors;
    this.cache = cache;
    this.connections = connections;
    this.challenges = challenges;
    this.flow = flow;
    this.tokens = tokens;
    this.keeper = keeper;
    this.clients = clients;
    this.attempts = attempts;
  }

  /** The address at the sign-in server that the browser is sent to. */
  Uni<URI> begin(UUID connectorId, Browser browser) {
    return registry
        .get(connectorId, browser.person())
        .invoke(reach -> requireOAuth(reach.connector(), browser))
        .chain(reach -> attempt(reach).chain(attempt -> sent(reach, attempt, browser)));
  }

  private Uni<SignInAttempt> attempt(Reach reach) {
    Connector connector = reach.connector();
    return challenges
        .of(connector.endpoint())
        .chain(challenge -> flow.discover(connector.endpoint(), challenge))
        .chain(found ->
            client(connector, found)
                .map(client -> flow.attempt(found, client, before(reach, found))));
  }

  /** What was granted and asked for at this issuer: a step up loses nothing. */
  private List<String> before(Reach reach, Found found) {
    List<String> scopes = new ArrayList<>();
    keeper
        .held(reach.connection())
        .filter(held -> held.issuer().equals(found.issuer()))
        .ifPresent(held -> scopes.addAll(held.scopes()));
    scopes.addAll(reach.connection().wantedScopes());
    return scopes;
  }

  private Uni<OAuthClient> client(Connector connector, Found found) {
    return clients
        .find(connector.id(), found.issuer())
        .chain(known ->
            noted(connector, found, known)
                .chain(() -> flow.client(found, known))
                .call(client -> kept(connector, client, known)));
  }

  private Uni<Void> noted(Connector connector, Found found, Optional<OAuthClient> known) {
    Registration registration = flow.registration(found, known);
    var view = new AuthorizationView(found.issuer(), registration, found.scopes(List.of()));
    return view.equals(connector.authorization())
        ? Uni.createFrom().voidItem()
        : connectors.authorize(connector.id(), view).call(() -> cache.changed(connector.id()));
  }

  private Uni<Void> kept(Connector connector, OAuthClient client, Optional<OAuthClient> known) {
    return client.registration() == Registration.DYNAMIC && !known.equals(Optional.of(client))
        ? clients.keep(connector.id(), client)
        : Uni.createFrom().voidItem();
  }

  private Uni<URI> sent(Reach reach, SignInAttempt attempt, Browser browser) {
    Connector connector = reach.connector();
    var pending = new PendingSignIn(connector.id(), connector.endpoint().toString(), attempt);
    return attempts.keep(pending, browser).replaceWith(attempt::location);
  }

  /** Takes the browser back; the connection is there when this ends. */
  Uni<Void> finish(PendingSignIn pending, Callback callback, Browser browser) {
    return registry
        .get(pending.connectorId(), browser.person())
        .invoke(reach -> requireSame(reach.connector(), pending, browser))
        .chain(reach ->
            tokens
                .redeem(pending.attempt(), callback)
                .onFailure(failure -> isStranger(pending.attempt().client(), failure))
                .call(() -> clients.forget(pending.connectorId(), pending.attempt().issuer()))
                .chain(set -> connected(reach.connector(), set, browser)));
  }

  /** True if the server forgot a client that we registered: the next attempt registers again. */
  private static boolean isStranger(OAuthClient client, Throwable failure) {
    return client.registration() == Registration.DYNAMIC
        && failure instanceof AuthorizationException e
        && e.failure() instanceof AuthorizationFailure.Denied denied
        && (denied.error().equals("invalid_client")
            || denied.error().equals("unauthorized_client"));
  }

  private Uni<Void> connected(Connector connector, TokenSet set, Browser browser) {
    return connections
        .signInNow(connector.holder(browser.person().id()), keeper.write(set))
        .chain(() -> cache.changed(connector.id()));
  }

  /** What is known of the browser's way, which is over now. */
  Uni<Optional<PendingSignIn>> take(String state, Browser browser) {
    return attempts.take(state, browser);
  }

  /** Binds a client that an administrator registered to the issuer that the server trusts now. */
  Uni<Void> configure(Connector connector, EnteredClient entered) {
    return challenges
        .of(connector.endpoint())
        .chain(challenge -> flow.discover(connector.endpoint(), challenge))
        .chain(found -> {
          OAuthClient client = flow.configured(found, entered.clientId(), entered.clientSecret());
          return clients
              .keep(connector.id(), client)
              .chain(() -> noted(connector, found, Optional.of(client)));
        });
  }

  private static void requireOAuth(Connector connector, Browser browser) {
    if (connector.signIn() != SignIn.OAUTH) {
      throw ProblemException.conflict("This connector has no sign-in server.");
    }
    if (!connector.isSignedInBy(browser.person())) {
      throw ProblemException.forbidden(
          "One sign-in serves the whole workspace here: only administrators change it.");
    }
  }

  private static void requireSame(Connector connector, PendingSignIn pending, Browser browser) {
    requireOAuth(connector, browser);
    if (!connector.endpoint().toString().equals(pending.endpoint())) {
      throw ProblemException.conflict("The connector was changed meanwhile: sign in once more.");
    }
  }
}
