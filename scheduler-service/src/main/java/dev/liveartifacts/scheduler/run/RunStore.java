package dev.liveartifacts.scheduler.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The runs in PostgreSQL, for requests and reports. */
@ApplicationScoped
class RunStore implements PanacheRepositoryBase<RunRow, UUID> {
  private static final String RECENT =
      """
      select run.id, run.schedule_id, run.artifact_id, run.delegation_id, run.owner_id,
        run.trigger, run.state, run.due_at, run.requested_at, run.reported_at, run.finished_at,
        run.reason, run.report, run.traceparent
      from schedule
      cross join lateral
        (select * from run where schedule_id = schedule.id order by due_at desc limit :limit) run
      where schedule.id in (:schedules)
      order by run.due_at desc
      """;

  Uni<Optional<RunRow>> lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  Uni<Optional<RunRow>> going(UUID scheduleId) {
    return find(
            "scheduleId = ?1 and state in ?2",
            scheduleId,
            List.of(RunState.REQUESTED, RunState.RUNNING))
        .firstResult()
        .map(Optional::ofNullable);
  }

  Uni<List<RunRow>> recent(Collection<UUID> schedules, int limit) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(RECENT, RunRow.class)
                .setParameter("schedules", schedules)
                .setParameter("limit", limit)
                .getResultList());
  }
}
