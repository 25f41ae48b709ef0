package dev.liveartifacts.artifact.comparison;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys that the makers of artifacts have chosen. */
@Singleton
class RowKeyStore {
  private static final String LIST =
      "select connector_id, tool, fields from row_key where artifact_id = $1 limit 500";
  private static final String PUT =
      """
      insert into row_key (artifact_id, connector_id, tool, fields) values ($1, $2, $3, $4)
      on conflict (artifact_id, connector_id, tool) do update set fields = excluded.fields
      """;
  private static final String REMOVE =
      "delete from row_key where artifact_id = $1 and connector_id = $2 and tool = $3";

  private final Pool pool;

  RowKeyStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Map<Of, List<String>>> list(UUID artifactId) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(artifactId))
        .map(rows -> rows.stream().collect(Collectors.toMap(RowKeyStore::of, RowKeyStore::fields)));
  }

  /**
   * @param fields none to have the key found again
   */
  Uni<Void> put(UUID artifactId, Of source, List<String> fields) {
    return (fields.isEmpty()
            ? pool.preparedQuery(REMOVE)
                .execute(Tuple.of(artifactId, source.connectorId(), source.tool()))
            : pool.preparedQuery(PUT)
                .execute(
                    Tuple.of(
                        artifactId,
                        source.connectorId(),
                        source.tool(),
                        fields.toArray(String[]::new))))
        .replaceWithVoid();
  }

  private static Of of(Row row) {
    return new Of(row.getUUID("connector_id"), row.getString("tool"));
  }

  private static List<String> fields(Row row) {
    return List.of(row.getArrayOfStrings("fields"));
  }

  /** What the key is of. */
  record Of(UUID connectorId, String tool) {}
}
