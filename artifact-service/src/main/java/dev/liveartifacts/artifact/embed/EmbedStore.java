package dev.liveartifacts.artifact.embed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The sites that owners let show their artifacts. */
@Singleton
class EmbedStore {
  private static final String OF = "select origins from embedding where artifact_id = $1";
  private static final String PUT =
      """
      insert into embedding (artifact_id, origins, changed_by, changed_at) values ($1, $2, $3, $4)
      on conflict (artifact_id) do update set origins = excluded.origins,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at
      """;

  private final Pool pool;
  private final Clock clock;

  EmbedStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<List<String>> of(UUID artifactId) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(artifactId))
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row -> List.of(row.getArrayOfStrings("origins")))
                .orElseGet(List::of));
  }

  Uni<Void> put(UUID artifactId, List<String> origins, UUID personId) {
    return pool.preparedQuery(PUT)
        .execute(
            Tuple.of(
                artifactId, origins.toArray(String[]::new), personId, OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }
}
