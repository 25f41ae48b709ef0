package dev.liveartifacts.artifact.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Handovers of which other services may not know yet. */
@Singleton
class UnfinishedStore {
  /** Whoever takes one has it to themselves until the lease is over. */
  private static final String TAKE =
      """
      update handover h set attempts = h.attempts + 1, next_at = $2
      from person p
      where p.id = h.person_id and h.id in (
        select id from handover where next_at <= $1 order by next_at limit $3
        for update skip locked)
      returning h.id, h.artifact_id, p.issuer, p.subject, h.delegations_ended, h.schedules_paused,
        h.attempts,
        (select h.at from artifact a where a.id = h.artifact_id and a.owner_id = h.person_id)
          as before
      """;

  private static final String DONE =
      "update handover set delegations_ended = $2, schedules_paused = $3, next_at = $4 where id ="
          + " $1";
  private static final String OVER =
      "delete from handover where id = $1 and delegations_ended and schedules_paused";

  private final Pool pool;
  private final Clock clock;

  UnfinishedStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<List<Unfinished>> take(Duration lease, int most) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(now, now.plus(lease), most))
        .map(rows -> rows.stream().map(UnfinishedStore::unfinished).toList());
  }

  /** Keeps what is done; what is left is tried again after its pause. */
  Uni<Void> keep(Unfinished handover, boolean delegationsEnded, boolean schedulesPaused) {
    return pool.preparedQuery(DONE)
        .execute(
            Tuple.of(
                handover.id(),
                delegationsEnded,
                schedulesPaused,
                OffsetDateTime.now(clock).plus(handover.pause())))
        .flatMap(kept -> over(handover.id()));
  }

  private Uni<Void> over(UUID id) {
    return pool.preparedQuery(OVER).execute(Tuple.of(id)).replaceWithVoid();
  }

  private static Unfinished unfinished(Row row) {
    OffsetDateTime before = row.getOffsetDateTime("before");
    return new Unfinished(
        row.getUUID("id"),
        row.getUUID("artifact_id"),
        row.getString("issuer"),
        row.getString("subject"),
        before == null ? null : before.toInstant(),
        row.getBoolean("delegations_ended"),
        row.getBoolean("schedules_paused"),
        row.getInteger("attempts"));
  }
}
