package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.authorization.Registration;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** This application as an authorization server knows it, for one connector. */
@Entity
@Table(name = "oauth_client")
@SuppressWarnings("NullAway.Init")
public class ClientRow extends PanacheEntityBase {
  @Id public UUID id;
  public UUID connectorId;
  public String issuer;
  public String clientId;
  public byte @Nullable [] secret;
  public String method;

  @Enumerated(EnumType.STRING)
  public Registration registration;

  public Instant updatedAt;
}
