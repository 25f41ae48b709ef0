package dev.liveartifacts.artifact.authoring.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What happened while pages were made, for whoever looks on. */
@Singleton
public class JournalStore {
  private static final int AT_ONCE = 200;
  private static final String WRITE =
      """
      insert into description_event (description_id, position, name, data) values ($1, $2, $3, $4)
      on conflict do nothing
      """;
  private static final String READ =
      """
      select position, name, data from description_event
      where description_id = $1 and position > $2 order by position limit $3
      """;
  private static final String APPEND =
      """
      insert into description_event (description_id, position, name, data)
      select $1, coalesce(max(position), 0) + 1, $2, $3 from description_event
      where description_id = $1
      """;

  private final Pool pool;

  JournalStore(Pool pool) {
    this.pool = pool;
  }

  /** Entries that are written twice are there once. */
  public Uni<Void> write(UUID id, List<Told> entries) {
    return entries.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(WRITE)
            .executeBatch(entries.stream().map(entry -> values(id, entry)).toList())
            .replaceWithVoid();
  }

  /** An entry after all others, where nobody works on it any more. */
  public Uni<Void> append(UUID id, String name, JsonObject data) {
    return pool.preparedQuery(APPEND).execute(Tuple.of(id, name, data.encode())).replaceWithVoid();
  }

  /** The next entries after a position; a limited number of them. */
  public Uni<List<Told>> after(UUID id, int position) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(id, position, AT_ONCE))
        .map(rows -> rows.stream().map(JournalStore::told).toList());
  }

  private static Tuple values(UUID id, Told entry) {
    return Tuple.of(id, entry.position(), entry.name(), entry.data().encode());
  }

  private static Told told(Row row) {
    return new Told(
        row.getInteger("position"), row.getString("name"), new JsonObject(row.getString("data")));
  }
}
