package dev.liveartifacts.connector.signin;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A {@link PendingSignIn} as it is stored, found by the hash of its state. */
@Entity
@Table(name = "sign_in_attempt")
@SuppressWarnings("NullAway.Init")
public class AttemptRow extends PanacheEntityBase {
  @Id public UUID id;
  public String stateHash;
  public UUID connectorId;
  public String personId;
  public String session;
  public byte[] secret;
  public Instant expiresAt;
}
