package dev.liveartifacts.connector.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.authorization.OAuthConfig;
import dev.liveartifacts.connector.connection.KeepsSecrets;
import dev.liveartifacts.connector.connection.SecretBox;
import dev.liveartifacts.connector.json.Sha256;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins under way, in PostgreSQL. Each is taken once, by the person and the session that began
 * it, and in time; to everybody else it is not there.
 */
@ApplicationScoped
public class AttemptStore implements PanacheRepositoryBase<AttemptRow, UUID>, KeepsSecrets {
  private final UnitOfWork unit;
  private final SecretBox secrets;
  private final ObjectMapper json;
  private final OAuthConfig config;
  private final Clock clock;

  public AttemptStore(
      UnitOfWork unit, SecretBox secrets, ObjectMapper json, OAuthConfig config, Clock clock) {
    this.unit = unit;
    this.secrets = secrets;
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  Uni<Void> keep(PendingSignIn pending, Browser browser) {
    return unit.in(() ->
        delete("expiresAt < ?1", clock.instant())
            .chain(() -> persist(row(pending, browser)))
            .replaceWithVoid());
  }

  Uni<Optional<PendingSignIn>> take(String state, Browser browser) {
    return unit.in(() ->
        find(
                "stateHash = ?1 and personId = ?2 and session = ?3 and expiresAt >= ?4",
                hash(state),
                browser.person().id(),
                browser.session(),
                clock.instant())
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .<AttemptRow>firstResult()
            .chain(this::taken));
  }

  private Uni<Optional<PendingSignIn>> taken(@Nullable AttemptRow row) {
    return row == null
        ? Uni.createFrom().item(Optional.empty())
        : delete(row).replaceWith(() -> Optional.of(read(row)));
  }

  private AttemptRow row(PendingSignIn pending, Browser browser) {
    AttemptRow row = new AttemptRow();
    row.id = UUID.randomUUID();
    row.stateHash = hash(pending.attempt().state());
    row.connectorId = pending.connectorId();
    row.personId = browser.person().id();
    row.session = browser.session();
    row.secret = secrets.seal(write(pending), row.id);
    row.expiresAt = clock.instant().plus(config.attemptKept());
    return row;
  }

  private String write(PendingSignIn pending) {
    try {
      return json.writeValueAsString(pending);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A sign-in could not be written", e);
    }
  }

  private PendingSignIn read(AttemptRow row) {
    try {
      return json.readValue(secrets.open(row.secret, row.id), PendingSignIn.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored sign-in cannot be read");
    }
  }

  private static String hash(String state) {
    return Sha256.hex(state.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Uni<Integer> renewSecrets() {
    return unit.in(() ->
        find("secret is not null")
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list()
            .map(rows -> (int) rows.stream().filter(this::renewSecret).count()));
  }

  private boolean renewSecret(AttemptRow row) {
    Optional<byte[]> renewed = secrets.renewed(row.secret, row.id);
    renewed.ifPresent(sealed -> row.secret = sealed);
    return renewed.isPresent();
  }
}
