package dev.liveartifacts.connector.delegation;

import static dev.liveartifacts.connector.delegation.DelegationKind.VIEW;

import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What owners show of their sources, in PostgreSQL: one for each artifact and source. */
@ApplicationScoped
public class ViewStore implements PanacheRepositoryBase<DelegationRow, UUID> {
  private final UnitOfWork unit;
  private final Clock clock;

  public ViewStore(UnitOfWork unit, Clock clock) {
    this.unit = unit;
    this.clock = clock;
  }

  /** Never from memory: what is taken back is gone for the very next call. */
  Uni<Optional<ViewDelegation>> find(UUID id) {
    return unit.in(() ->
        find("id = ?1 and kind = ?2", id, VIEW)
            .<DelegationRow>firstResult()
            .map(row -> Optional.ofNullable(row).map(DelegationRow::viewDelegation)));
  }

  /** Replaces the calls of this source; the id stays. */
  Uni<UUID> put(UUID artifactId, UUID connectorId, Person owner, DelegationRequest.View shown) {
    return unit.in(() ->
        own(artifactId, connectorId, owner)
            .map(row -> row == null ? begun(artifactId, connectorId, owner) : row)
            .invoke(row -> fill(row, shown))
            .chain(this::persist)
            .map(row -> row.id));
  }

  Uni<Void> remove(UUID artifactId, UUID connectorId, Person owner) {
    return unit.in(() ->
        own(artifactId, connectorId, owner)
            .chain(row -> row == null ? Uni.createFrom().voidItem() : delete(row)));
  }

  private Uni<@Nullable DelegationRow> own(UUID artifactId, UUID connectorId, Person owner) {
    return find(
            "artifactId = ?1 and connectorId = ?2 and ownerId = ?3 and kind = ?4",
            artifactId,
            connectorId,
            owner.id(),
            VIEW)
        .firstResult();
  }

  private DelegationRow begun(UUID artifactId, UUID connectorId, Person owner) {
    DelegationRow row = new DelegationRow();
    row.id = UUID.randomUUID();
    row.artifactId = artifactId;
    row.kind = VIEW;
    row.connectorId = connectorId;
    row.ownerId = owner.id();
    row.ownerSubject = owner.subject();
    row.createdAt = now();
    return row;
  }

  private void fill(DelegationRow row, DelegationRequest.View shown) {
    row.givenAt = now();
    row.updatedAt = row.givenAt;
    row.timeZone = shown.zone().getId();
    row.artifactVersion = shown.given().version();
    row.expiresAt = shown.given().expiresAt();
    row.calls.clear();
    shown.given().calls().forEach(call -> row.calls.add(DelegatedCallPart.of(call)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
