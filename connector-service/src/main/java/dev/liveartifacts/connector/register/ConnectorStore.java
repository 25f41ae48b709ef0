package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.connection.ConnectionStore;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    @Nullable String owner = wanted.scope() == Scope.PERSONAL ? personId : null;
    return unit.in(() ->
        freeSlug(wanted.name(), personId)
            .map(slug -> row(wanted, endpoint, slug, owner, personId))
            .chain(this::persistAndFlush)
            .map(ConnectorRow::toConnector)
            .chain(connector ->
                connections
                    .open(connector.id(), owner, wanted.secret())
                    .map(connection -> new Reach(connector, connection))));
  }

  /**
   * @param renew true if nothing that was cached before may be served after
   */
  Uni<Void> change(UUID id, Connector changed, @Nullable String secret, boolean renew) {
    return unit.in(() ->
        findById(id)
            .onItem()
            .ifNotNull()
            .invoke(row -> apply(row, changed))
            .chain(() -> renew ? connections.renew(id, secret) : Uni.createFrom().voidItem()));
  }

  Uni<Void> remove(UUID id) {
    return unit.in(() -> deleteById(id).replaceWithVoid());
  }

  private Uni<List<Reach>> reaches(List<ConnectorRow> rows, String personId) {
    return connections.usedBy(personId).map(used -> joined(rows, used));
  }

  private static List<Reach> joined(List<ConnectorRow> rows, Map<UUID, Connection> used) {
    return rows.stream().flatMap(row -> joined(row, used.get(row.id)).stream()).toList();
  }

  private static Optional<Reach> joined(ConnectorRow row, @Nullable Connection connection) {
    return Optional.ofNullable(connection).map(used -> new Reach(row.toConnector(), used));
  }

  private Uni<Optional<Reach>> reach(@Nullable ConnectorRow row, String personId) {
    if (row == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return connections
        .usedBy(personId, row.id)
        .map(used -> used.map(connection -> new Reach(row.toConnector(), connection)));
  }

  private Uni<String> freeSlug(String name, String personId) {
    return list("ownerId is null or ownerId = ?1", personId)
        .map(rows -> rows.stream().map(row -> row.slug).collect(Collectors.toSet()))
        .map(taken -> Slug.free(Slug.of(name), taken));
  }

  private ConnectorRow row(
      NewConnector wanted, URI endpoint, String slug, @Nullable String owner, String personId) {
    ConnectorRow row = new ConnectorRow();
    row.id = UUID.randomUUID();
    row.slug = slug;
    row.name = wanted.name().trim();
    row.endpoint = endpoint.toString();
    row.ownerId = owner;
    row.signIn = wanted.signIn();
    row.headerName = wanted.headerName();
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
    row.updatedAt = clock.instant();
  }
}
