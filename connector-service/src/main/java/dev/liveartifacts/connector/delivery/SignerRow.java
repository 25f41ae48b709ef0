package dev.liveartifacts.connector.delivery;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The secret that one webhook's messages are signed with. */
@Entity
@Table(name = "webhook_signer")
@SuppressWarnings("NullAway.Init")
public class SignerRow extends PanacheEntityBase {
  @Id public UUID id;
  public byte[] secret;
  public Instant madeAt;
}
