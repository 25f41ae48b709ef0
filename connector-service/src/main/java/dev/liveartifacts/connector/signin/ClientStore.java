package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.authorization.OAuthClient;
import dev.liveartifacts.connector.connection.KeepsSecrets;
import dev.liveartifacts.connector.connection.SecretBox;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clients in PostgreSQL, by connector and issuer: none is ever found for another issuer. */
@ApplicationScoped
public class ClientStore implements PanacheRepositoryBase<ClientRow, UUID>, KeepsSecrets {
  private final UnitOfWork unit;
  private final SecretBox secrets;
  private final Clock clock;

  public ClientStore(UnitOfWork unit, SecretBox secrets, Clock clock) {
    this.unit = unit;
    this.secrets = secrets;
    this.clock = clock;
  }

  Uni<Optional<OAuthClient>> find(UUID connectorId, String issuer) {
    return unit.in(
        () -> row(connectorId, issuer).map(row -> Optional.ofNullable(row).map(this::client)));
  }

  Uni<Void> keep(UUID connectorId, OAuthClient client) {
    return unit.in(() ->
        row(connectorId, client.issuer())
            .map(found ->
                Optional.ofNullable(found).orElseGet(() -> fresh(connectorId, client.issuer())))
            .invoke(row -> apply(row, client))
            .chain(this::persist)
            .replaceWithVoid());
  }

  /** Forgets a client that its server does not know any more. */
  Uni<Void> forget(UUID connectorId, String issuer) {
    return unit.in(
        () -> delete("connectorId = ?1 and issuer = ?2", connectorId, issuer).replaceWithVoid());
  }

  private Uni<@Nullable ClientRow> row(UUID connectorId, String issuer) {
    return find("connectorId = ?1 and issuer = ?2", connectorId, issuer).firstResult();
  }

  private static ClientRow fresh(UUID connectorId, String issuer) {
    ClientRow row = new ClientRow();
    row.id = UUID.randomUUID();
    row.connectorId = connectorId;
    row.issuer = issuer;
    return row;
  }

  private void apply(ClientRow row, OAuthClient client) {
    String secret = client.secret();
    row.clientId = client.id();
    row.secret = secret == null ? null : secrets.seal(secret, row.id);
    row.method = client.method();
    row.registration = client.registration();
    row.updatedAt = clock.instant();
  }

  private OAuthClient client(ClientRow row) {
    byte[] sealed = row.secret;
    return new OAuthClient(
        row.issuer,
        row.clientId,
        sealed == null ? null : secrets.open(sealed, row.id),
        row.method,
        row.registration);
  }

  @Override
  public Uni<Integer> renewSecrets() {
    return unit.in(() ->
        find("secret is not null")
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list()
            .map(rows -> (int) rows.stream().filter(this::renewSecret).count()));
  }

  private boolean renewSecret(ClientRow row) {
    Optional<byte[]> renewed = secrets.renewed(row.secret, row.id);
    renewed.ifPresent(sealed -> row.secret = sealed);
    return renewed.isPresent();
  }
}
