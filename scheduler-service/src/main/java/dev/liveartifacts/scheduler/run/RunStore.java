package dev.liveartifacts.scheduler.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The runs in PostgreSQL, for requests and reports. */
@ApplicationScoped
class RunStore implements PanacheRepositoryBase<RunRow, UUID> {
  /** A native query must name the columns of the entity and no others. */
  private static final String COLUMNS =
      """
      select run.id, run.schedule_id, run.artifact_id, run.artifact_title, run.delegation_id,
        run.owner_id, run.trigger, run.state, run.due_at, run.requested_at, run.reported_at, run.finished_at,
        run.reason, run.report, run.retry_of, run.total, run.traceparent
      """;

  private static final String RECENT =
      COLUMNS
          + """
          from schedule
          cross join lateral
            (select * from run where schedule_id = schedule.id order by due_at desc limit :limit) run
          where schedule.id in (:schedules)
          order by run.due_at desc
          """;

  /** A retry made a part of the calls only. */
  private static final String LAST_ENDED =
      COLUMNS
          + """
          from schedule
          cross join lateral
            (select * from run where schedule_id = schedule.id and delegation_id = schedule.delegation_id
               and state in ('FINISHED', 'PARTLY', 'FAILED') and report is not null
               and trigger <> 'RETRY'
             order by due_at desc limit 1) run
          where schedule.id in (:schedules)
          """;

  private static final String TITLES =
      "select id, artifact_title from schedule where id in (:schedules)";

  private static final String LAST_VERDICTS =
      """
      select state from run
      where schedule_id = :schedule and requested_at >= :from
        and (state in ('FINISHED', 'PARTLY') or (state = 'FAILED' and trigger = 'SCHEDULE'))
      order by due_at desc limit :limit
      """;

  Uni<Optional<RunRow>> look(UUID id) {
    return findById(id).map(Optional::ofNullable);
  }

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

  /** How many runs a person asked for. */
  Uni<Long> countAsked(String ownerId, Instant since) {
    return count(
        "ownerId = ?1 and requestedAt >= ?2 and trigger <> ?3",
        ownerId,
        since,
        RunTrigger.SCHEDULE);
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

  /** The last run of each schedule that says which calls there are. */
  Uni<List<RunRow>> lastEnded(Collection<UUID> schedules) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(LAST_ENDED, RunRow.class)
                .setParameter("schedules", schedules)
                .getResultList());
  }

  /** How the last runs that count went, latest first. */
  Uni<List<String>> lastVerdicts(UUID scheduleId, Instant from, int limit) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(LAST_VERDICTS, String.class)
                .setParameter("schedule", scheduleId)
                .setParameter("from", from)
                .setParameter("limit", limit)
                .getResultList());
  }

  /** The titles of these schedules' artifacts. */
  Uni<Map<UUID, String>> titles(Collection<UUID> schedules) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(TITLES, Tuple.class)
                .setParameter("schedules", schedules)
                .getResultList())
        .map(rows ->
            rows.stream()
                .collect(
                    Collectors.toMap(
                        row -> row.get(0, UUID.class), row -> row.get(1, String.class))));
  }

  /** Takes leave of a schedule: its runs tell by themselves what they were about. */
  Uni<Void> outlive(UUID scheduleId, String artifactTitle) {
    return update("artifactTitle = ?1 where scheduleId = ?2", artifactTitle, scheduleId)
        .replaceWithVoid();
  }

  /** Closes those that Kafka has not got yet. */
  Uni<Void> drop(UUID scheduleId, String reason, Instant now) {
    return update(
            "state = ?1, reason = ?2, finishedAt = ?3 where scheduleId = ?4 and state = ?5",
            RunState.SKIPPED,
            reason,
            now,
            scheduleId,
            RunState.REQUESTED)
        .replaceWithVoid();
  }

  Uni<List<RunRow>> search(RunSearch search) {
    Parameters parameters = new Parameters();
    search.parameters().forEach(parameters::and);
    return find(search.conditions() + " order by requestedAt desc, id desc", parameters)
        .range(0, search.limit() - 1)
        .list();
  }
}
