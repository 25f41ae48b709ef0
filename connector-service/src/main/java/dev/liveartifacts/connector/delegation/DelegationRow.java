package dev.liveartifacts.connector.delegation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link Delegation} as it is stored. */
@Entity
@Table(name = "delegation")
@SuppressWarnings("NullAway.Init")
public class DelegationRow extends PanacheEntityBase {
  @Id public UUID id;
  public UUID artifactId;

  @Enumerated(EnumType.STRING)
  public DelegationKind kind;

  public @Nullable UUID connectorId;
  public @Nullable String timeZone;
  public String ownerId;
  public String ownerSubject;
  public @Nullable Integer artifactVersion;
  public Instant createdAt;
  public Instant givenAt;
  public Instant updatedAt;
  public @Nullable Instant expiresAt;
  public @Nullable Instant lastUsedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "delegated_call", joinColumns = @JoinColumn(name = "delegation_id"))
  @OrderColumn(name = "position")
  public List<DelegatedCallPart> calls = new ArrayList<>();

  ViewDelegation viewDelegation() {
    return new ViewDelegation(
        id,
        artifactId,
        ownerId,
        calls.stream().map(DelegatedCallPart::call).toList(),
        ZoneId.of(Objects.requireNonNull(timeZone)),
        expiresAt);
  }

  Delegation delegation() {
    return new Delegation(
        id,
        artifactId,
        ownerId,
        ownerSubject,
        calls.stream().map(DelegatedCallPart::call).toList(),
        artifactVersion,
        givenAt,
        updatedAt,
        expiresAt,
        lastUsedAt);
  }
}
