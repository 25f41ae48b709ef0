package dev.liveartifacts.connector.connection;

import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Connections in PostgreSQL. Methods that say so run inside the caller's unit of work. */
@ApplicationScoped
public class ConnectionStore implements PanacheRepositoryBase<ConnectionRow, UUID> {
  private final UnitOfWork unit;
  private final SecretBox secrets;
  private final Clock clock;

  public ConnectionStore(UnitOfWork unit, SecretBox secrets, Clock clock) {
    this.unit = unit;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The connection that a person uses: their own, else the workspace's. In the caller's unit. */
  public Uni<Optional<Connection>> usedBy(String personId, UUID connectorId) {
    return find(
            "connectorId = ?1 and (personId = ?2 or personId is null) order by personId nulls last",
            connectorId,
            personId)
        .<ConnectionRow>firstResult()
        .map(row -> Optional.ofNullable(row).map(ConnectionRow::toConnection));
  }

  /** Every connection that a person uses, by connector. In the caller's unit. */
  public Uni<Map<UUID, Connection>> usedBy(String personId) {
    return list("personId = ?1 or personId is null order by personId nulls last", personId)
        .map(rows ->
            rows.stream()
                .map(ConnectionRow::toConnection)
                .collect(
                    Collectors.toMap(
                        Connection::connectorId, Function.identity(), (own, common) -> own)));
  }

  /** A new connection. In the caller's unit. */
  public Uni<Connection> open(
      UUID connectorId, @Nullable String personId, @Nullable String secret) {
    ConnectionRow row = new ConnectionRow();
    row.id = UUID.randomUUID();
    row.connectorId = connectorId;
    row.personId = personId;
    row.generation = 1;
    row.secret = secret == null ? null : secrets.seal(secret, row.id);
    row.stand(new Standing(ConnectionState.CONNECTED, null, clock.instant(), null));
    return persist(row).map(ConnectionRow::toConnection);
  }

  /**
   * Begins a new generation of a connector's connections, with another secret if one is given. In
   * the caller's unit.
   */
  public Uni<Void> renew(UUID connectorId, @Nullable String secret) {
    return list("connectorId", connectorId)
        .invoke(rows -> rows.forEach(row -> renew(row, secret)))
        .replaceWithVoid();
  }

  /** Notes how a connection stands, unless it was renewed meanwhile. */
  public Uni<Void> stand(Connection connection, Standing standing) {
    return unit.in(() ->
        find("id = ?1 and generation = ?2", connection.id(), connection.generation())
            .<ConnectionRow>firstResult()
            .onItem()
            .ifNotNull()
            .invoke(row -> row.stand(standing))
            .replaceWithVoid());
  }

  private void renew(ConnectionRow row, @Nullable String secret) {
    row.generation++;
    if (secret != null) {
      row.secret = secrets.seal(secret, row.id);
    }
    row.stand(new Standing(ConnectionState.CONNECTED, null, clock.instant(), row.lastSuccessAt));
  }
}
