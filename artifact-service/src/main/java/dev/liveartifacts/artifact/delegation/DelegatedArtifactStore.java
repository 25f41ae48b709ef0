package dev.liveartifacts.artifact.delegation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The artifacts that a person has delegated something to. */
@Singleton
class DelegatedArtifactStore {
  private static final String OF =
      "select id, title, version from artifact where owner_id = $1 and id = any($2)";

  /** An artifact's title and current version. */
  record Title(UUID id, String title, int version) {}

  private final Pool pool;

  DelegatedArtifactStore(Pool pool) {
    this.pool = pool;
  }

  /** Those of these that the person owns; others are not there. */
  Uni<Map<UUID, Title>> titles(UUID ownerId, Collection<UUID> artifacts) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(ownerId, artifacts.toArray(UUID[]::new)))
        .map(DelegatedArtifactStore::titles);
  }

  private static Map<UUID, Title> titles(RowSet<Row> rows) {
    return rows.stream()
        .map(row -> new Title(row.getUUID("id"), row.getString("title"), row.getInteger("version")))
        .collect(Collectors.toMap(Title::id, title -> title));
  }
}
