package dev.liveartifacts.artifact.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The months of the audit log, each a partition. */
@Singleton
class MonthStore {
  private static final String READY =
      "select audit_month($1), audit_month($1 + interval '1 month')";
  private static final String FORGET = "select audit_forget($1)";

  private final Pool pool;
  private final Clock clock;

  MonthStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** This month and the next. */
  Uni<Void> makeReady() {
    return makeReady(clock.instant());
  }

  /** The month of this moment and the next. */
  Uni<Void> makeReady(Instant moment) {
    return pool.preparedQuery(READY)
        .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Drops the months that ended longer ago than this; says how many. */
  Uni<Integer> forget(Duration age) {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(OffsetDateTime.now(clock).minus(age)))
        .map(rows -> rows.iterator().next().getInteger(0));
  }
}
