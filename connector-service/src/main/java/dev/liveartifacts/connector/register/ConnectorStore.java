package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.connection.ConnectionStore;
import dev.liveartifacts.connector.connection.Holder;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Connectors in PostgreSQL, each with the connection that a person uses. */
@ApplicationScoped
public class ConnectorStore implements PanacheRepositoryBase<ConnectorRow, UUID> {
  private final UnitOfWork unit;
  private final ConnectionStore connections;
  private final Clock clock;

  public ConnectorStore(UnitOfWork unit, ConnectionStore connections, Clock clock) {
    this.unit = unit;
    this.connections = connections;
    this.clock = clock;
  }

  /** What a person may use, by name. */
  public Uni<List<Reach>> usableBy(String personId) {
    return unit.in(() ->
        list("ownerId is null or ownerId = ?1 order by lower(name), id", personId)
            .chain(rows -> reaches(rows, personId)));
  }

  public Uni<Optional<Reach>> find(UUID id, String personId) {
    return unit.in(() ->
        find("id = ?1 and (ownerId is null or ownerId = ?2)", id, personId)
            .<ConnectorRow>firstResult()
            .chain(row -> reach(row, personId)));
  }

  Uni<Reach> add(NewConnector wanted, URI endpoint, String personId) {
    return add(wanted, id -> endpoint, id -> Uni.createFrom().voidItem(), personId);
  }

  Uni<Reach> add(BuiltInTerms terms, String personId) {
    return add(terms.asNew(), terms.endpoint(), terms.keep(), personId);
  }

  private Uni<Reach> add(
      NewConnector wanted,
      Function<UUID, URI> endpoint,
      Function<UUID, Uni<Void>> keep,
      String personId) {
    @Nullable String owner = wanted.scope() == Scope.PERSONAL ? personId : null;
    return unit.in(() ->
        freeSlug(wanted.name(), personId)
            .map(slug -> row(wanted, endpoint, slug, owner, personId))
            .chain(this::persistAndFlush)
            .call(row -> keep.apply(row.id))
            .map(ConnectorRow::toConnector)
            .chain(connector -> opened(connector, wanted.secret(), personId)));
  }

  /** A connection is opened where all that it needs is there. */
  private Uni<Reach> opened(Connector connector, @Nullable String secret, String personId) {
    Holder holder = connector.holder(personId);
    Uni<Connection> connection =
        holder.signedIn() || secret != null
            ? connections.signIn(holder, secret)
            : connections.of(holder);
    return connection.map(used -> new Reach(connector, used));
  }

  /**
   * @param forget true if no secret that was given before may be used after, and nothing served
   *     that was cached
   */
  Uni<Void> change(Connector changed, @Nullable String secret, boolean forget, String personId) {
    Holder holder = changed.holder(personId);
    return unit.in(() ->
        findById(changed.id())
            .onItem()
            .ifNotNull()
            .invoke(row -> apply(row, changed))
            .chain(() ->
                forget
                    ? connections.forgetAll(changed.id(), holder.signedIn())
                    : Uni.createFrom().voidItem())
            .chain(() ->
                secret == null
                    ? Uni.createFrom().voidItem()
                    : connections.signIn(holder, secret).replaceWithVoid()));
  }

  /** Notes what was found about a connector's sign-in server. */
  public Uni<Void> authorize(UUID id, AuthorizationView found) {
    return unit.in(() ->
        findById(id).onItem().ifNotNull().invoke(row -> row.authorize(found)).replaceWithVoid());
  }

  /**
   * Changes what a built-in connector is made of: nothing that was cached before is served after.
   */
  Uni<Void> rebuild(UUID id, Uni<Void> keep) {
    return unit.in(() -> keep.chain(() -> connections.renewAll(id)));
  }

  Uni<Void> remove(UUID id) {
    return unit.in(() -> deleteById(id).replaceWithVoid());
  }

  private Uni<List<Reach>> reaches(List<ConnectorRow> rows, String personId) {
    List<Connector> connectors = rows.stream().map(ConnectorRow::toConnector).toList();
    List<Holder> holders = connectors.stream().map(one -> one.holder(personId)).toList();
    return connections
        .of(holders, personId)
        .map(used -> connectors.stream().map(one -> new Reach(one, reached(used, one))).toList());
  }

  private static Connection reached(Map<UUID, Connection> used, Connector connector) {
    return Objects.requireNonNull(used.get(connector.id()));
  }

  private Uni<Optional<Reach>> reach(@Nullable ConnectorRow row, String personId) {
    if (row == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    Connector connector = row.toConnector();
    return connections
        .of(connector.holder(personId))
        .map(connection -> Optional.of(new Reach(connector, connection)));
  }

  private Uni<String> freeSlug(String name, String personId) {
    return list("ownerId is null or ownerId = ?1", personId)
        .map(rows -> rows.stream().map(row -> row.slug).collect(Collectors.toSet()))
        .map(taken -> Slug.free(Slug.of(name), taken));
  }

  private ConnectorRow row(
      NewConnector wanted,
      Function<UUID, URI> endpoint,
      String slug,
      @Nullable String owner,
      String personId) {
    ConnectorRow row = new ConnectorRow();
    row.id = UUID.randomUUID();
    row.slug = slug;
    row.name = wanted.name().trim();
    row.endpoint = endpoint.apply(row.id).toString();
    row.ownerId = owner;
    row.signIn = wanted.signIn();
    row.headerName = wanted.headerName();
    row.connectionScope =
        ConnectionScope.of(wanted.connectionScope(), wanted.scope(), wanted.signIn());
    row.createdBy = personId;
    row.createdAt = clock.instant();
    row.updatedAt = row.createdAt;
    return row;
  }

  private void apply(ConnectorRow row, Connector changed) {
    row.name = changed.name();
    row.endpoint = changed.endpoint().toString();
    row.signIn = changed.signIn();
    row.headerName = changed.headerName();
    row.ttlSeconds = changed.ttlSeconds();
    row.connectionScope = changed.connectionScope();
    row.authorize(changed.authorization());
    row.updatedAt = clock.instant();
  }
}
