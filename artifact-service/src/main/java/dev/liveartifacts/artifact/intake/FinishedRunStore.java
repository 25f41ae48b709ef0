package dev.liveartifacts.artifact.intake;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Runs that ended, until their results are here; whoever takes one has it for a while. */
@Singleton
class FinishedRunStore {
  private static final String ADD =
      """
      insert into finished_run (run_id, artifact_id, retry_of, event, attempts, next_at, received_at)
      select $1, $2, $3, $4, 0, $5, $5
      where not exists (select 1 from snapshot where run_id = $1)
      on conflict (run_id) do nothing
      """;

  /** A retry waits for the run that it repeats, if that is still to come in. */
  private static final String LEASE =
      """
      update finished_run set next_at = $2, attempts = attempts + 1 where run_id = (
        select r.run_id from finished_run r
        where r.next_at <= $1 and r.parked_because is null
          and not exists (
            select 1 from finished_run f where f.run_id = r.retry_of and f.parked_because is null)
        order by r.next_at limit 1 for update skip locked)
      returning event, attempts, received_at
      """;

  private static final String DONE = "delete from finished_run where run_id = $1";
  private static final String LATER = "update finished_run set next_at = $2 where run_id = $1";
  private static final String PARK =
      "update finished_run set parked_because = $2 where run_id = $1";

  private final Pool pool;
  private final FinishedEvents events;
  private final Clock clock;

  FinishedRunStore(Pool pool, FinishedEvents events, Clock clock) {
    this.pool = pool;
    this.events = events;
    this.clock = clock;
  }

  /** Once, however often it is delivered. */
  Uni<Void> add(RefreshFinished run) {
    return pool.preparedQuery(ADD)
        .execute(
            Tuple.of(
                run.runId(),
                run.artifactId(),
                run.retryOf(),
                events.write(run),
                OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }

  /** The one that has waited longest; nobody else gets it before the time is over. */
  Uni<Optional<FinishedRun>> lease(Duration time) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return pool.preparedQuery(LEASE).execute(Tuple.of(now, now.plus(time))).map(this::first);
  }

  Uni<Void> done(UUID runId) {
    return pool.preparedQuery(DONE).execute(Tuple.of(runId)).replaceWithVoid();
  }

  Uni<Void> later(UUID runId, Duration pause) {
    return pool.preparedQuery(LATER)
        .execute(Tuple.of(runId, OffsetDateTime.now(clock).plus(pause)))
        .replaceWithVoid();
  }

  /** For somebody to look at: its results cannot be had. */
  Uni<Void> park(UUID runId, String reason) {
    return pool.preparedQuery(PARK).execute(Tuple.of(runId, reason)).replaceWithVoid();
  }

  private Optional<FinishedRun> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(this::run);
  }

  private FinishedRun run(Row row) {
    return new FinishedRun(
        events.kept(row.getString("event")),
        row.getInteger("attempts"),
        row.getOffsetDateTime("received_at").toInstant());
  }

  /**
   * A run whose results are to be fetched.
   *
   * @param attempts this one included
   */
  record FinishedRun(RefreshFinished event, int attempts, Instant receivedAt) {}
}
