package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Delegations in PostgreSQL, one for each artifact and owner. */
@ApplicationScoped
public class DelegationStore implements PanacheRepositoryBase<DelegationRow, UUID> {
  private final UnitOfWork unit;
  private final Clock clock;

  public DelegationStore(UnitOfWork unit, Clock clock) {
    this.unit = unit;
    this.clock = clock;
  }

  public Uni<Optional<Delegation>> find(UUID id) {
    return unit.in(
        () -> findById(id).map(row -> Optional.ofNullable(row).map(DelegationStore::delegation)));
  }

  /** Replaces the calls of the owner's delegation. Its id stays, as schedules know it. */
  Uni<UUID> put(UUID artifactId, Person owner, List<DelegatedCall> calls) {
    return unit.in(() ->
        own(artifactId, owner)
            .map(row -> row == null ? begun(artifactId, owner) : row)
            .invoke(row -> fill(row, calls))
            .chain(this::persist)
            .map(row -> row.id));
  }

  /** Takes every call of these tools out, whatever its arguments; the delegation's id stays. */
  Uni<Void> withdraw(UUID artifactId, Person owner, List<DelegatedCall> tools) {
    return unit.in(
        () -> own(artifactId, owner).invoke(row -> withdraw(row, tools)).replaceWithVoid());
  }

  private void withdraw(@Nullable DelegationRow row, List<DelegatedCall> tools) {
    if (row != null
        && row.calls.removeIf(part -> tools.stream().anyMatch(tool -> same(tool, part)))) {
      row.updatedAt = clock.instant();
    }
  }

  private static boolean same(DelegatedCall tool, DelegatedCallPart part) {
    return tool.connectorId().equals(part.connectorId) && tool.tool().equals(part.tool);
  }

  Uni<Void> remove(UUID artifactId, Person owner) {
    return unit.in(() ->
        own(artifactId, owner)
            .chain(row -> row == null ? Uni.createFrom().voidItem() : delete(row)));
  }

  private Uni<@Nullable DelegationRow> own(UUID artifactId, Person owner) {
    return find("artifactId = ?1 and ownerId = ?2", artifactId, owner.id()).firstResult();
  }

  private DelegationRow begun(UUID artifactId, Person owner) {
    DelegationRow row = new DelegationRow();
    row.id = UUID.randomUUID();
    row.artifactId = artifactId;
    row.ownerId = owner.id();
    row.ownerSubject = owner.subject();
    row.createdAt = clock.instant();
    return row;
  }

  private void fill(DelegationRow row, List<DelegatedCall> calls) {
    row.updatedAt = clock.instant();
    row.calls.clear();
    calls.forEach(call -> row.calls.add(part(call)));
  }

  private static DelegatedCallPart part(DelegatedCall call) {
    DelegatedCallPart part = new DelegatedCallPart();
    part.connectorId = call.connectorId();
    part.tool = call.tool();
    part.arguments = call.arguments().toString();
    return part;
  }

  private static Delegation delegation(DelegationRow row) {
    return new Delegation(
        row.id,
        row.artifactId,
        row.ownerId,
        row.ownerSubject,
        row.calls.stream().map(DelegationStore::call).toList());
  }

  private static DelegatedCall call(DelegatedCallPart part) {
    try {
      return new DelegatedCall(part.connectorId, part.tool, ExactJson.object(part.arguments));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored arguments of a call are not JSON", e);
    }
  }
}
