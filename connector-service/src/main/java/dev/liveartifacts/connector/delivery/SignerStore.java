package dev.liveartifacts.connector.delivery;

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

/** The secrets of webhooks in PostgreSQL, encrypted. */
@ApplicationScoped
public class SignerStore implements PanacheRepositoryBase<SignerRow, UUID>, KeepsSecrets {
  private final UnitOfWork unit;
  private final SecretBox box;
  private final Clock clock;

  public SignerStore(UnitOfWork unit, SecretBox box, Clock clock) {
    this.unit = unit;
    this.box = box;
    this.clock = clock;
  }

  /** Replaces the secret that was there before. */
  Uni<Void> keep(UUID id, String secret) {
    return unit.in(() ->
        findById(id)
            .map(found -> Optional.ofNullable(found).orElseGet(() -> fresh(id)))
            .invoke(row -> row.secret = box.seal(secret, id))
            .invoke(row -> row.madeAt = clock.instant())
            .chain(this::persist)
            .replaceWithVoid());
  }

  Uni<Optional<String>> secret(UUID id) {
    return unit.in(() ->
        findById(id).map(row -> Optional.ofNullable(row).map(found -> box.open(found.secret, id))));
  }

  Uni<Void> forget(UUID id) {
    return unit.in(() -> deleteById(id).replaceWithVoid());
  }

  @Override
  public Uni<Integer> renewSecrets() {
    return unit.in(() ->
        findAll()
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list()
            .map(rows -> (int) rows.stream().filter(this::renewSecret).count()));
  }

  private boolean renewSecret(SignerRow row) {
    Optional<byte[]> renewed = box.renewed(row.secret, row.id);
    renewed.ifPresent(sealed -> row.secret = sealed);
    return renewed.isPresent();
  }

  private static SignerRow fresh(UUID id) {
    SignerRow row = new SignerRow();
    row.id = id;
    return row;
  }
}
