package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.authorization.Registration;
import dev.liveartifacts.connector.authorization.Scopes;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link Connector} as it is stored. */
@Entity
@Table(name = "connector")
@SuppressWarnings("NullAway.Init")
public class ConnectorRow extends PanacheEntityBase {
  @Id public UUID id;
  public String slug;
  public String name;
  public String endpoint;
  public @Nullable String ownerId;

  @Enumerated(EnumType.STRING)
  public SignIn signIn;

  public @Nullable String headerName;
  public @Nullable Integer ttlSeconds;

  @Enumerated(EnumType.STRING)
  public ConnectionScope connectionScope;

  public @Nullable String issuer;

  @Enumerated(EnumType.STRING)
  public @Nullable Registration registration;

  public @Nullable String scopes;
  public String createdBy;
  public Instant createdAt;
  public Instant updatedAt;

  Connector toConnector() {
    return new Connector(
        id,
        slug,
        name,
        URI.create(endpoint),
        ownerId,
        signIn,
        headerName,
        ttlSeconds,
        connectionScope,
        authorization());
  }

  private @Nullable AuthorizationView authorization() {
    return issuer == null || registration == null
        ? null
        : new AuthorizationView(issuer, registration, Scopes.of(scopes));
  }

  void authorize(@Nullable AuthorizationView found) {
    issuer = found == null ? null : found.issuer();
    registration = found == null ? null : found.registration();
    scopes = found == null ? null : Scopes.text(found.scopes());
  }
}
