package dev.liveartifacts.artifact.storage;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What pages keep, per artifact and person. Writers of the same wait for one another. */
@Singleton
class StorageStore {
  private static final String READ =
      "select revision, items from page_storage where artifact_id = $1 and person_id = $2";
  private static final String LOCK =
      """
      insert into page_storage (artifact_id, person_id, revision, items, updated_at)
      values ($1, $2, 0, '{}', now())
      on conflict (artifact_id, person_id) do update set updated_at = excluded.updated_at
      returning revision, items
      """;
  private static final String WRITE =
      """
      update page_storage set revision = revision + 1, items = $3
      where artifact_id = $1 and person_id = $2
      returning revision
      """;

  private final Pool pool;

  StorageStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Storage> read(UUID artifactId, UUID personId) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(artifactId, personId))
        .map(StorageStore::storage);
  }

  Uni<Long> write(UUID artifactId, UUID personId, Items.Write write) {
    return pool.withTransaction(connection -> merge(connection, artifactId, personId, write));
  }

  private static Uni<Long> merge(
      SqlConnection connection, UUID artifactId, UUID personId, Items.Write write) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(artifactId, personId))
        .map(rows -> merged(storage(rows), write))
        .flatMap(items ->
            connection.preparedQuery(WRITE).execute(Tuple.of(artifactId, personId, items.json())))
        .map(rows -> rows.iterator().next().getLong("revision"));
  }

  private static Items merged(Storage storage, Items.Write write) {
    return Items.of(storage.items())
        .with(write)
        .orElseThrow(
            () -> Problems.tooLarge("This page keeps more than 5 MiB, which is the limit."));
  }

  private static Storage storage(RowSet<Row> rows) {
    return rows.stream()
        .findFirst()
        .map(row -> new Storage(row.getLong("revision"), row.getString("items")))
        .orElse(new Storage(0, "{}"));
  }

  /**
   * All of it.
   *
   * @param items JSON object of texts
   */
  record Storage(long revision, @JsonRawValue String items) {}
}
