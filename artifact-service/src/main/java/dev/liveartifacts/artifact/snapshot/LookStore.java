package dev.liveartifacts.artifact.snapshot;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What people last looked at. Opening an artifact twice while nothing new has come does not lose
 * what they saw the time before.
 */
@Singleton
public class LookStore {
  private static final Logger LOG = Logger.getLogger(LookStore.class);
  private static final String LOOKED =
      """
      insert into snapshot_look (artifact_id, person_id, snapshot_id, looked_at)
      select $1, $2, s.id, $3 from snapshot s
      where s.artifact_id = $1 and exists (
        select 1 from snapshot_call c
        where c.snapshot_id = s.id and c.sha256 is not null and (c.shared or s.owner_id = $2))
      order by s.taken_at desc, s.id desc limit 1
      on conflict (artifact_id, person_id) do update set
        before_id = case when snapshot_look.snapshot_id = excluded.snapshot_id
          then snapshot_look.before_id else snapshot_look.snapshot_id end,
        snapshot_id = excluded.snapshot_id, looked_at = excluded.looked_at
      """;
  private static final String BEFORE =
      """
      select before_id from snapshot_look
      where artifact_id = $1 and person_id = $2 and before_id is not null
      """;

  private final Pool pool;
  private final Clock clock;

  LookStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** They look at the newest data now. Never fails: it keeps nobody from looking. */
  public Uni<Void> looked(UUID artifactId, UUID personId) {
    return pool.preparedQuery(LOOKED)
        .execute(Tuple.of(artifactId, personId, OffsetDateTime.now(clock)))
        .onFailure()
        .invoke(failure -> LOG.warnf("A look was not remembered: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /** The snapshot that they looked at before the one that they look at now. */
  public Uni<Optional<UUID>> before(UUID artifactId, UUID personId) {
    return pool.preparedQuery(BEFORE)
        .execute(Tuple.of(artifactId, personId))
        .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("before_id")));
  }
}
