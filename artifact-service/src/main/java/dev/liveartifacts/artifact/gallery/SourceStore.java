package dev.liveartifacts.artifact.gallery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the last call to each source of an artifact went, for each person; on the gallery's cards.
 */
@Singleton
public class SourceStore {
  private static final String SEEN =
      """
      insert into source_seen (artifact_id, person_id, connector_id, outcome, stored_at, seen_at)
      select $1, $2, $3, $4, $5, $6 where exists (select 1 from artifact where id = $1)
      on conflict (artifact_id, person_id, connector_id) do update
        set outcome = excluded.outcome, stored_at = excluded.stored_at, seen_at = excluded.seen_at
      """;

  private final Pool pool;
  private final Clock clock;
  private final Cache<Key, String> recent =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  SourceStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Keeps it, at most twice a minute unless the outcome is another one.
   *
   * @param outcome {@code fresh}, {@code stale} or {@code failed}
   */
  public Uni<Void> seen(
      UUID artifactId,
      UUID personId,
      UUID connectorId,
      String outcome,
      @Nullable Instant storedAt) {
    Key key = new Key(artifactId, personId, connectorId);
    if (outcome.equals(recent.getIfPresent(key))) {
      return Uni.createFrom().voidItem();
    }
    recent.put(key, outcome);
    return pool.preparedQuery(SEEN)
        .execute(
            Tuple.of(
                artifactId,
                personId,
                connectorId,
                outcome,
                storedAt == null ? null : storedAt.atOffset(ZoneOffset.UTC),
                OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }

  private record Key(UUID artifactId, UUID personId, UUID connectorId) {}
}
