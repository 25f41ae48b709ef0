package dev.liveartifacts.scheduler.schedule;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The schedules in PostgreSQL. */
@ApplicationScoped
class ScheduleStore implements PanacheRepositoryBase<ScheduleRow, UUID> {
  private static final int MOST = 1000;

  /** Held until the commit, so that two requests cannot both be the last one allowed. */
  private static final String LOCK_OWNER =
      "select 1 from (select pg_advisory_xact_lock(hashtextextended(:owner, 0))) locked";

  Uni<Optional<ScheduleRow>> look(UUID id) {
    return findById(id).map(Optional::ofNullable);
  }

  Uni<Optional<ScheduleRow>> lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  Uni<Void> remove(ScheduleRow row) {
    return delete(row);
  }

  /** All of a person's, and nobody else changes their number until the commit. */
  Uni<List<ScheduleRow>> ofOwnerAlone(String ownerId) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(LOCK_OWNER, Integer.class)
                .setParameter("owner", ownerId)
                .getSingleResult())
        .chain(() -> ofOwner(ownerId));
  }

  Uni<List<ScheduleRow>> ofOwner(String ownerId) {
    return list("ownerId = ?1 order by createdAt, id", ownerId);
  }

  Uni<List<ScheduleRow>> ofArtifact(UUID artifactId) {
    return find("artifactId = ?1 order by createdAt, id", artifactId).range(0, MOST - 1).list();
  }

  /** What somebody scheduled for an artifact, locked until the commit. */
  Uni<List<ScheduleRow>> lockOf(UUID artifactId, String ownerId) {
    return find("artifactId = ?1 and ownerId = ?2", Sort.by("id"), artifactId, ownerId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The oldest {@value #MOST} of all. */
  Uni<List<ScheduleRow>> ofAnyone() {
    return find("order by createdAt, id").range(0, MOST - 1).list();
  }
}
