package dev.liveartifacts.connector.connection;

import dev.liveartifacts.connector.authorization.Scopes;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Connections in PostgreSQL. Methods that say so run inside the caller's unit of work. */
@ApplicationScoped
public class ConnectionStore implements PanacheRepositoryBase<ConnectionRow, UUID>, KeepsSecrets {
  private final UnitOfWork unit;
  private final SecretBox secrets;
  private final Clock clock;

  public ConnectionStore(UnitOfWork unit, SecretBox secrets, Clock clock) {
    this.unit = unit;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The holder's connection. In the caller's unit. */
  public Uni<Connection> of(Holder holder) {
    return row(holder).map(row -> row == null ? absent(holder) : row.toConnection());
  }

  /** The connections of many holders, by connector. In the caller's unit. */
  public Uni<Map<UUID, Connection>> of(Collection<Holder> holders, String personId) {
    return list("personId = ?1 or personId is null", personId)
        .map(rows ->
            rows.stream()
                .map(ConnectionRow::toConnection)
                .collect(Collectors.toMap(ConnectionStore::key, Function.identity())))
        .map(held -> joined(holders, held));
  }

  private Map<UUID, Connection> joined(Collection<Holder> holders, Map<UUID, Connection> held) {
    return holders.stream()
        .collect(
            Collectors.toMap(
                Holder::connectorId, holder -> held.getOrDefault(key(holder), absent(holder))));
  }

  private static UUID key(Connection connection) {
    return Connection.idOf(connection.connectorId(), connection.personId());
  }

  private static UUID key(Holder holder) {
    return Connection.idOf(holder.connectorId(), holder.personId());
  }

  private Connection absent(Holder holder) {
    Standing standing =
        holder.signedIn()
            ? new Standing(ConnectionState.CONNECTED, null, Instant.EPOCH, null)
            : new Standing(ConnectionState.NEEDS_SIGN_IN, Standing.NOT_YET, Instant.EPOCH, null);
    return Connection.absent(holder.connectorId(), holder.personId(), standing);
  }

  /**
   * Begins a new generation of the holder's connection with another secret. In the caller's unit.
   *
   * @param secret what requests are signed in with; null if nothing is needed
   */
  public Uni<Connection> signIn(Holder holder, @Nullable String secret) {
    return changed(
        holder,
        row -> {
          row.secret = secret == null ? null : secrets.seal(secret, row.id);
          row.stand(standing(ConnectionState.CONNECTED, null, row));
        });
  }

  /** The same, in a unit of its own. */
  public Uni<Connection> signInNow(Holder holder, @Nullable String secret) {
    return unit.in(() -> signIn(holder, secret));
  }

  /** Forgets the secret and begins a new generation. In a unit of its own. */
  public Uni<Connection> signOut(Holder holder) {
    return unit.in(() ->
        changed(
            holder,
            row -> {
              row.secret = null;
              row.stand(standing(ConnectionState.REVOKED, Standing.ENDED, row));
            }));
  }

  /**
   * Begins a new generation of all of a connector's connections, without their secrets: they were
   * given for what the connector was before. In the caller's unit.
   */
  public Uni<Void> forgetAll(UUID connectorId, boolean signedIn) {
    return list("connectorId", connectorId)
        .invoke(rows ->
            rows.forEach(row -> {
              begin(row);
              row.secret = null;
              row.stand(
                  signedIn
                      ? standing(ConnectionState.CONNECTED, null, row)
                      : standing(ConnectionState.NEEDS_SIGN_IN, Standing.CHANGED, row));
            }))
        .replaceWithVoid();
  }

  /**
   * Begins a new generation of all of a connector's connections with their secrets: what was cached
   * of the connector is not served any more. In the caller's unit.
   */
  public Uni<Void> renewAll(UUID connectorId) {
    return list("connectorId", connectorId)
        .invoke(rows -> rows.forEach(ConnectionStore::begin))
        .replaceWithVoid();
  }

  /** Notes how a connection stands, unless it was renewed meanwhile. */
  public Uni<Void> stand(Connection connection, Standing standing) {
    return change(connection, row -> row.stand(standing));
  }

  /** Remembers that the server wants more than it was granted. */
  public Uni<Void> want(Connection connection, List<String> scopes) {
    return change(
        connection,
        row -> {
          Set<String> wanted = new LinkedHashSet<>(Scopes.of(row.wantedScopes));
          wanted.addAll(scopes);
          row.wantedScopes = Scopes.text(wanted);
        });
  }

  /**
   * Begins to renew the tokens of a connection, for all replicas.
   *
   * @param until when another may try, if this one is not heard of again
   */
  Uni<Claim> claim(Connection connection, Instant until) {
    return unit.in(
        () -> locked(connection).map(row -> row == null ? new Claim.Gone() : claim(row, until)));
  }

  private Claim claim(ConnectionRow row, Instant until) {
    if (row.renewingUntil != null && row.renewingUntil.isAfter(clock.instant())) {
      return new Claim.Busy();
    }
    row.renewingUntil = until;
    return new Claim.Ours(row.toConnection());
  }

  /** Ends what {@link #claim} began, with the newer secret if there is one. */
  Uni<Void> release(Connection connection, @Nullable String secret) {
    return change(
        connection,
        row -> {
          row.renewingUntil = null;
          if (secret != null) {
            row.secret = secrets.seal(secret, row.id);
          }
        });
  }

  private Uni<Void> change(Connection connection, Consumer<ConnectionRow> change) {
    return unit.in(() -> locked(connection).onItem().ifNotNull().invoke(change).replaceWithVoid());
  }

  private Uni<@Nullable ConnectionRow> locked(Connection connection) {
    return find("id = ?1 and generation = ?2", connection.id(), connection.generation())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }

  private Uni<@Nullable ConnectionRow> row(Holder holder) {
    return holder.personId() == null
        ? find("connectorId = ?1 and personId is null", holder.connectorId()).firstResult()
        : find("connectorId = ?1 and personId = ?2", holder.connectorId(), holder.personId())
            .firstResult();
  }

  private Uni<Connection> changed(Holder holder, Consumer<ConnectionRow> change) {
    return row(holder)
        .chain(found -> {
          ConnectionRow row = Optional.ofNullable(found).orElseGet(() -> fresh(holder));
          begin(row);
          change.accept(row);
          return persist(row).map(ConnectionRow::toConnection);
        });
  }

  private static ConnectionRow fresh(Holder holder) {
    ConnectionRow row = new ConnectionRow();
    row.id = key(holder);
    row.connectorId = holder.connectorId();
    row.personId = holder.personId();
    return row;
  }

  private static void begin(ConnectionRow row) {
    row.generation++;
    row.wantedScopes = null;
    row.renewingUntil = null;
  }

  private Standing standing(ConnectionState state, @Nullable String reason, ConnectionRow row) {
    return new Standing(state, reason, clock.instant(), row.lastSuccessAt);
  }

  @Override
  public Uni<Integer> renewSecrets() {
    return unit.in(() ->
        find("secret is not null")
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list()
            .map(rows -> (int) rows.stream().filter(this::renewSecret).count()));
  }

  private boolean renewSecret(ConnectionRow row) {
    Optional<byte[]> renewed = secrets.renewed(row.secret, row.id);
    renewed.ifPresent(sealed -> row.secret = sealed);
    return renewed.isPresent();
  }
}
