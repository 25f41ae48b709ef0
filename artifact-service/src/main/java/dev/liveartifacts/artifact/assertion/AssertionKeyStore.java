package dev.liveartifacts.artifact.assertion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** The public keys of all replicas. */
@Singleton
class AssertionKeyStore {
  static final Duration LIFE = Duration.ofHours(24);
  private static final String PUT =
      """
      with gone as (delete from assertion_key where expires_at < $3)
      insert into assertion_key (id, jwk, expires_at) values ($1, $2, $4)
      on conflict (id) do update set expires_at = excluded.expires_at
      """;
  private static final String ALL =
      "select jwk from assertion_key where expires_at > $1 order by expires_at desc limit 500";

  private final Pool pool;
  private final Clock clock;

  AssertionKeyStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Keeps it for a day, or for a day more. */
  Uni<Void> put(String id, String jwk) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return pool.preparedQuery(PUT)
        .execute(Tuple.of(id, jwk, now, now.plus(LIFE)))
        .replaceWithVoid();
  }

  Uni<List<String>> all() {
    return pool.preparedQuery(ALL)
        .execute(Tuple.of(OffsetDateTime.now(clock)))
        .map(rows -> rows.stream().map(row -> row.getString("jwk")).toList());
  }
}
