package dev.liveartifacts.connector.delegation;

import static dev.liveartifacts.connector.delegation.DelegationKind.RUN;

import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What owners let artifacts call while they are away, in PostgreSQL: one for each artifact. */
@ApplicationScoped
public class DelegationStore implements PanacheRepositoryBase<DelegationRow, UUID> {
  private static final int MOST_SHOWN = 500;

  private final UnitOfWork unit;
  private final Clock clock;

  public DelegationStore(UnitOfWork unit, Clock clock) {
    this.unit = unit;
    this.clock = clock;
  }

  public Uni<Optional<Delegation>> find(UUID id) {
    return unit.in(() ->
        find("id = ?1 and kind = ?2", id, RUN)
            .<DelegationRow>firstResult()
            .map(row -> Optional.ofNullable(row).map(DelegationRow::delegation)));
  }

  /** Notes that a run makes use of it. */
  public Uni<Void> used(UUID id) {
    return unit.in(() -> update("lastUsedAt = ?1 where id = ?2", clock.instant(), id))
        .replaceWithVoid();
  }

  /** Somebody's own of both kinds, the newest first. */
  Uni<List<DelegationRow>> of(Person owner) {
    return unit.in(
        () -> find("ownerId = ?1 order by givenAt desc", owner.id()).page(0, MOST_SHOWN).list());
  }

  /** Replaces the calls of the owner's delegation. Its id stays, as schedules know it. */
  Uni<UUID> put(UUID artifactId, Person owner, DelegationRequest.Read given) {
    return unit.in(() ->
        own(artifactId, owner)
            .map(row -> row == null ? begun(artifactId, owner) : row)
            .invoke(row -> fill(row, given))
            .chain(this::persist)
            .map(row -> row.id));
  }

  /** False if there is none. */
  Uni<Boolean> expire(UUID artifactId, Person owner, @Nullable Instant at) {
    return unit.in(() ->
        own(artifactId, owner)
            .map(row -> {
              if (row != null) {
                row.expiresAt = at;
              }
              return row != null;
            }));
  }

  /**
   * Takes every call of these tools out of all that the owner lets the artifact do, whatever its
   * arguments; the delegations' ids stay.
   */
  Uni<Void> withdraw(UUID artifactId, Person owner, List<DelegatedCall> tools) {
    return unit.in(() ->
        list("artifactId = ?1 and ownerId = ?2", artifactId, owner.id())
            .invoke(rows -> rows.forEach(row -> withdraw(row, tools)))
            .replaceWithVoid());
  }

  private void withdraw(DelegationRow row, List<DelegatedCall> tools) {
    if (row.calls.removeIf(part -> tools.stream().anyMatch(tool -> same(tool, part)))) {
      row.updatedAt = now();
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

  /**
   * Ends everything that somebody delegated to an artifact.
   *
   * @param before what was given later stays; null: nothing stays
   */
  Uni<Void> end(UUID artifactId, Person owner, @Nullable Instant before) {
    return unit.in(() ->
        list("artifactId = ?1 and ownerId = ?2", artifactId, owner.id())
            .onItem()
            .transformToMulti(rows -> Multi.createFrom().iterable(rows))
            .filter(row -> before == null || !row.givenAt.isAfter(before))
            .onItem()
            .transformToUniAndConcatenate(this::delete)
            .collect()
            .last()
            .replaceWithVoid());
  }

  private Uni<@Nullable DelegationRow> own(UUID artifactId, Person owner) {
    return find("artifactId = ?1 and ownerId = ?2 and kind = ?3", artifactId, owner.id(), RUN)
        .firstResult();
  }

  private DelegationRow begun(UUID artifactId, Person owner) {
    DelegationRow row = new DelegationRow();
    row.id = UUID.randomUUID();
    row.artifactId = artifactId;
    row.kind = RUN;
    row.ownerId = owner.id();
    row.ownerSubject = owner.subject();
    row.createdAt = now();
    return row;
  }

  private void fill(DelegationRow row, DelegationRequest.Read given) {
    row.givenAt = now();
    row.updatedAt = row.givenAt;
    row.artifactVersion = given.version();
    row.expiresAt = given.expiresAt();
    row.calls.clear();
    given.calls().forEach(call -> row.calls.add(DelegatedCallPart.of(call)));
  }

  /** As exact as PostgreSQL keeps it: runs remember it and compare. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
