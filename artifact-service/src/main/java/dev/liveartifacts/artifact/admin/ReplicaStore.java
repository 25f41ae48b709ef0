package dev.liveartifacts.artifact.admin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The replicas of this service, by the database's clock. */
@Singleton
class ReplicaStore {
  private static final String HERE =
      """
      insert into replica (id, version, started_at, seen_at) values ($1, $2, now(), now())
      on conflict (id) do update set seen_at = excluded.seen_at
      """;
  private static final String FORGET =
      "delete from replica where seen_at < now() - interval '1 day'";
  private static final String LIST =
      """
      select id, version, started_at, seen_at, seen_at > now() - interval '40 seconds' as here
      from replica order by here desc, started_at, id limit 100
      """;

  private final Pool pool;

  ReplicaStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param here false if it has not been heard of for a while
   */
  record Replica(UUID id, String version, Instant startedAt, Instant seenAt, boolean here) {}

  Uni<Void> here(UUID id, String version) {
    return pool.preparedQuery(HERE)
        .execute(Tuple.of(id, version))
        .flatMap(seen -> pool.query(FORGET).execute())
        .replaceWithVoid();
  }

  Uni<List<Replica>> list() {
    return pool.query(LIST)
        .execute()
        .map(rows ->
            rows.stream()
                .map(row ->
                    new Replica(
                        row.getUUID("id"),
                        row.getString("version"),
                        row.getOffsetDateTime("started_at").toInstant(),
                        row.getOffsetDateTime("seen_at").toInstant(),
                        row.getBoolean("here")))
                .toList());
  }
}
