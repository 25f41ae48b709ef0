package dev.liveartifacts.artifact.mcpserver.tools;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What clients call the artifacts of their person, in words: {@code open-pipeline}. */
@Singleton
class HandleStore {
  private static final String FIND =
      "select artifact_id from artifact_handle where owner_id = $1 and handle = $2";
  private static final String ALL =
      "select artifact_id, handle from artifact_handle where owner_id = $1 order by handle";
  private static final String KEEP =
      """
      insert into artifact_handle (owner_id, handle, artifact_id) values ($1, $2, $3)
      on conflict do nothing
      """;

  private final Pool pool;

  HandleStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Optional<UUID>> find(UUID owner, String handle) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(owner, handle))
        .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("artifact_id")));
  }

  Uni<Map<UUID, String>> all(UUID owner) {
    return pool.preparedQuery(ALL).execute(Tuple.of(owner)).map(HandleStore::byArtifact);
  }

  /** Says whether the handle was free. */
  Uni<Boolean> keep(UUID owner, String handle, UUID artifactId) {
    return pool.preparedQuery(KEEP)
        .execute(Tuple.of(owner, handle, artifactId))
        .map(kept -> kept.rowCount() == 1);
  }

  private static Map<UUID, String> byArtifact(RowSet<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.getUUID("artifact_id"),
                row -> row.getString("handle"),
                (one, other) -> one));
  }
}
