package dev.liveartifacts.artifact.snapshot;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Drops snapshots that are too many or too old, but never the newest one with data. */
@Singleton
public class RetentionStore {
  private static final String BUT_THE_NEWEST_WITH_DATA =
      """
      and s.id is distinct from (
        select n.id from snapshot n
        where n.artifact_id = s.artifact_id and n.outcome <> 'failed'
        order by n.taken_at desc, n.id desc limit 1)
      """;
  private static final String TOO_MANY =
      """
      delete from snapshot s where s.id in (
        select id from snapshot where artifact_id = $1
        order by taken_at desc, id desc offset $2)
      """
          + BUT_THE_NEWEST_WITH_DATA;
  private static final String TOO_OLD =
      """
      delete from snapshot where id in (
        select s.id from snapshot s
        where s.taken_at < $1
      """
          + BUT_THE_NEWEST_WITH_DATA
          + " limit $2)";

  private final Pool pool;
  private final SnapshotConfig config;
  private final Clock clock;

  RetentionStore(Pool pool, SnapshotConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  /** Makes room after an artifact got one more. */
  public Uni<Void> tooMany(UUID artifactId) {
    return pool.preparedQuery(TOO_MANY)
        .execute(Tuple.of(artifactId, config.keepCount()))
        .replaceWithVoid();
  }

  /** Says how many there were. */
  Uni<Integer> tooOld(int most) {
    return pool.preparedQuery(TOO_OLD)
        .execute(Tuple.of(OffsetDateTime.now(clock).minus(config.keepFor()), most))
        .map(rows -> rows.rowCount());
  }
}
