package dev.liveartifacts.artifact.drift;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Finds the calls whose results have another structure than when the version was new. */
@Singleton
class DriftStore {
  private static final String DRIFTED =
      """
      select distinct on (c.connector_id, c.tool)
        t.connector_name, c.tool, c.shape_hash, c.last_shape_hash
      from recorded_call c
        join artifact_tool t on t.artifact_id = c.artifact_id
          and t.connector_id = c.connector_id and t.tool = c.tool
      where c.artifact_id = $1 and c.version = $2 and c.shape_hash <> c.last_shape_hash
      order by c.connector_id, c.tool, c.recorded_at desc
      limit 16
      """;

  private final Pool pool;

  DriftStore(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Drifted>> of(UUID artifactId, int version) {
    return pool.preparedQuery(DRIFTED)
        .execute(Tuple.of(artifactId, version))
        .map(rows -> rows.stream().map(DriftStore::drifted).toList());
  }

  private static Drifted drifted(Row row) {
    return new Drifted(
        row.getString("connector_name"),
        row.getString("tool"),
        row.getString("shape_hash"),
        row.getString("last_shape_hash"));
  }

  /** A tool's result, from one structure to another. */
  record Drifted(String connector, String tool, String from, String to) {}
}
