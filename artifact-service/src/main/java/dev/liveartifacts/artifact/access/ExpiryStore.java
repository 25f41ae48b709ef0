package dev.liveartifacts.artifact.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Which artifacts have a share that has just ended by itself. */
@Singleton
class ExpiryStore {
  private static final String ENDED =
      "select distinct artifact_id from share where expires_at > $1 and expires_at <= $2";

  private final Pool pool;

  ExpiryStore(Pool pool) {
    this.pool = pool;
  }

  Uni<List<UUID>> ended(Instant after, Instant until) {
    return pool.preparedQuery(ENDED)
        .execute(Tuple.of(after.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.stream().map(row -> row.getUUID("artifact_id")).toList());
  }
}
