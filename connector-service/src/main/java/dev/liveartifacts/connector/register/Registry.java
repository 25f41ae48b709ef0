package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.mcp.LocalServers;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Adds, changes and removes connectors, for those who may. */
@ApplicationScoped
public class Registry {
  private final ConnectorStore store;
  private final ConnectorCache cache;
  private final Terms terms;

  public Registry(ConnectorStore store, ConnectorCache cache, Terms terms) {
    this.store = store;
    this.cache = cache;
    this.terms = terms;
  }

  public Uni<List<Reach>> list(Person person) {
    return store.usableBy(person.id());
  }

  /** Fails with a 404 problem for a connector that is not the person's to see. */
  public Uni<Reach> get(UUID id, Person person) {
    return store
        .find(id, person.id())
        .map(found ->
            found.orElseThrow(() -> ProblemException.notFound("There is no such connector.")));
  }

  Uni<Reach> add(NewConnector wanted, Person person) {
    requireMayAdd(wanted.scope(), person);
    if (!isEnteredByEach(wanted)) {
      terms.signIn(wanted.signIn(), wanted.secret(), wanted.headerName());
    }
    terms.header(wanted.signIn(), wanted.headerName());
    return store.add(wanted, terms.endpoint(wanted.endpoint()), person.id());
  }

  /** A connector that is part of this service. */
  public Uni<Reach> add(BuiltInTerms built, Person person) {
    requireMayAdd(built.scope(), person);
    return store.add(built, person.id());
  }

  /**
   * Changes what a built-in connector is made of, for those who may.
   *
   * @param keep stores the change, in one transaction with what follows from it
   */
  public Uni<Reach> rebuild(UUID id, Person person, Function<Reach, Uni<Void>> keep) {
    return changeable(id, person)
        .chain(reach -> store.rebuild(id, Uni.createFrom().deferred(() -> keep.apply(reach))))
        .chain(() -> cache.changed(id))
        .chain(() -> get(id, person));
  }

  /** Refuses a person who may not add a connector of this scope. */
  public static void requireMayAdd(Scope scope, Person person) {
    if (scope == Scope.WORKSPACE && !person.admin()) {
      throw ProblemException.forbidden(
          "Only administrators add connectors for the whole workspace. Add it for yourself, or ask one.");
    }
  }

  /** Everybody enters a key of their own later, so none is needed now. */
  private static boolean isEnteredByEach(NewConnector wanted) {
    return wanted.scope() == Scope.WORKSPACE
        && wanted.signIn().needsSecret()
        && wanted.connectionScope() == ConnectionScope.PERSON
        && wanted.secret() == null;
  }

  Uni<Reach> change(UUID id, ConnectorChange change, Person person) {
    return changeable(id, person)
        .chain(reach -> store(reach.connector(), change, person))
        .chain(() -> cache.changed(id))
        .chain(() -> get(id, person));
  }

  Uni<Void> remove(UUID id, Person person) {
    return changeable(id, person).chain(() -> store.remove(id)).chain(() -> cache.changed(id));
  }

  /** The connector, if the person may change it; fails with a 403 problem if not. */
  public Uni<Reach> changeable(UUID id, Person person) {
    return get(id, person)
        .invoke(reach -> {
          if (!reach.connector().isChangeableBy(person)) {
            throw ProblemException.forbidden(
                "Only administrators change connectors of the whole workspace.");
          }
        });
  }

  private Uni<Void> store(Connector before, ConnectorChange change, Person person) {
    Connector after = changed(before, change);
    boolean sameSignIn = after.signIn() == before.signIn();
    boolean sameEndpoint = after.endpoint().equals(before.endpoint());
    boolean sameHeader = Objects.equals(after.headerName(), before.headerName());
    if (!sameEndpoint && LocalServers.areAt(before.endpoint())) {
      throw ProblemException.invalid("This connector is built in: it has no endpoint to change.");
    }
    if (!sameSignIn || change.secret() != null) {
      terms.signIn(after.signIn(), change.secret(), after.headerName());
    }
    // A stored secret was entered for one server: it is not carried to another.
    if (!sameEndpoint && after.signIn().needsSecret() && change.secret() == null) {
      throw ProblemException.invalid(
          "Another endpoint needs its token or key to be entered again.");
    }
    boolean forget = !sameSignIn || !sameEndpoint || !sameHeader;
    return store.change(after, change.secret(), forget, person.id());
  }

  private Connector changed(Connector before, ConnectorChange change) {
    URI endpoint =
        change.endpoint() == null ? before.endpoint() : terms.endpoint(change.endpoint());
    SignIn signIn = change.signIn() == null ? before.signIn() : change.signIn();
    return new Connector(
        before.id(),
        before.slug(),
        change.name() == null ? before.name() : change.name().trim(),
        endpoint,
        before.ownerId(),
        signIn,
        change.headerName() == null ? before.headerName() : change.headerName(),
        change.ttlSeconds() == null ? before.ttlSeconds() : change.ttlSeconds(),
        ConnectionScope.of(
            change.connectionScope() == null ? before.connectionScope() : change.connectionScope(),
            before.scope(),
            signIn),
        signIn == SignIn.OAUTH && endpoint.equals(before.endpoint())
            ? before.authorization()
            : null);
  }
}
