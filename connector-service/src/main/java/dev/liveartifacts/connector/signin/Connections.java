package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.authorization.AuthorizationException;
import dev.liveartifacts.connector.authorization.TokenClient;
import dev.liveartifacts.connector.authorization.TokenSet;
import dev.liveartifacts.connector.connection.ConnectionStore;
import dev.liveartifacts.connector.connection.TokenKeeper;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Connector;
import dev.liveartifacts.connector.register.ConnectorCache;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.register.Registry;
import dev.liveartifacts.connector.register.SignIn;
import dev.liveartifacts.connector.register.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Opens and ends connections at a person's word. */
@ApplicationScoped
public class Connections {
  private static final Logger LOG = Logger.getLogger(Connections.class);

  private final Registry registry;
  private final ConnectionStore store;
  private final ConnectorCache cache;
  private final TokenKeeper keeper;
  private final TokenClient tokens;
  private final Terms terms;

  public Connections(
      Registry registry,
      ConnectionStore store,
      ConnectorCache cache,
      TokenKeeper keeper,
      TokenClient tokens,
      Terms terms) {
    this.registry = registry;
    this.store = store;
    this.cache = cache;
    this.keeper = keeper;
    this.tokens = tokens;
    this.terms = terms;
  }

  Uni<Reach> enter(UUID connectorId, String secret, Person person) {
    terms.secret(secret);
    return own(connectorId, person)
        .invoke(reach -> requireSecret(reach.connector()))
        .chain(reach -> store.signInNow(reach.connector().holder(person.id()), secret))
        .chain(() -> changed(connectorId, person));
  }

  /** Forgotten here first: a server that is down cannot keep a person signed in with us. */
  Uni<Reach> end(UUID connectorId, Person person) {
    return own(connectorId, person)
        .invoke(reach -> requireSignIn(reach.connector()))
        .call(reach -> store.signOut(reach.connector().holder(person.id())))
        .call(this::revoke)
        .chain(() -> changed(connectorId, person));
  }

  private Uni<Void> revoke(Reach ended) {
    return ended.connector().signIn() == SignIn.OAUTH
        ? keeper.held(ended.connection()).map(this::revoke).orElseGet(Uni.createFrom()::voidItem)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> revoke(TokenSet held) {
    return tokens
        .revoke(held)
        .onFailure(AuthorizationException.class)
        .recoverWithItem(failure -> {
          LOG.warnf("Tokens of %s could not be revoked there", held.issuer());
          return null;
        });
  }

  private Uni<Reach> own(UUID connectorId, Person person) {
    return registry
        .get(connectorId, person)
        .invoke(reach -> {
          if (!reach.connector().isSignedInBy(person)) {
            throw ProblemException.forbidden(
                "One connection serves the whole workspace here: only administrators change it.");
          }
        });
  }

  private Uni<Reach> changed(UUID connectorId, Person person) {
    return cache.changed(connectorId).chain(() -> registry.get(connectorId, person));
  }

  private static void requireSecret(Connector connector) {
    if (connector.signIn() != SignIn.BEARER && connector.signIn() != SignIn.HEADER) {
      throw ProblemException.conflict("This connector takes no token or key.");
    }
  }

  private static void requireSignIn(Connector connector) {
    if (connector.signIn() == SignIn.NONE) {
      throw ProblemException.conflict("Nobody signs in to this connector.");
    }
  }
}
