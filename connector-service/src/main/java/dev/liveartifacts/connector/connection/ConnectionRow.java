package dev.liveartifacts.connector.connection;

import dev.liveartifacts.connector.authorization.Scopes;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link Connection} as it is stored. */
@Entity
@Table(name = "connection")
@SuppressWarnings("NullAway.Init")
public class ConnectionRow extends PanacheEntityBase {
  @Id public UUID id;
  public UUID connectorId;
  public @Nullable String personId;
  public int generation;
  public byte @Nullable [] secret;
  public @Nullable String wantedScopes;
  public @Nullable Instant renewingUntil;

  @Enumerated(EnumType.STRING)
  public ConnectionState state;

  public @Nullable String stateReason;
  public Instant stateSince;
  public @Nullable Instant lastSuccessAt;

  Connection toConnection() {
    Standing standing = new Standing(state, stateReason, stateSince, lastSuccessAt);
    return new Connection(
        id, connectorId, personId, generation, secret, Scopes.of(wantedScopes), standing);
  }

  void stand(Standing standing) {
    state = standing.state();
    stateReason = standing.reason();
    stateSince = standing.since();
    lastSuccessAt = standing.lastSuccessAt();
  }
}
