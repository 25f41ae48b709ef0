package dev.liveartifacts.artifact.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The entries. They are added and read; the database itself refuses everything else. */
@Singleton
class EntryStore {
  private static final String APPEND =
      """
      insert into audit_entry (at, actor, person_id, person_name, action, artifact_id,
        connector_id, connector, tool, outcome, code, address, agent, token_id, token_name, whom_id)
      select * from unnest($1::timestamptz[], $2::text[], $3::uuid[], $4::text[], $5::text[],
        $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
        $13::text[], $14::uuid[], $15::text[], $16::uuid[])
      """;

  private final Pool pool;
  private final MonthStore months;

  EntryStore(Pool pool, MonthStore months) {
    this.pool = pool;
    this.months = months;
  }

  /** All of them or none. */
  Uni<Void> append(List<Entry> entries) {
    return pool.preparedQuery(APPEND)
        .execute(columns(entries))
        .onFailure()
        // a month may have begun that nobody made ready
        .call(() -> months.makeReady())
        .replaceWithVoid();
  }

  /** The newest first. */
  Uni<List<Kept>> find(Search search, int limit) {
    SearchSql sql = SearchSql.of(search, limit);
    return pool.preparedQuery(sql.text())
        .execute(Tuple.from(sql.values()))
        .map(rows -> rows.stream().map(EntryStore::kept).toList());
  }

  private static Tuple columns(List<Entry> all) {
    return Tuple.from(
        new Object[] {
          column(all, entry -> entry.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
          texts(all, entry -> entry.actor().word()),
          column(all, Entry::personId, UUID[]::new),
          texts(all, Entry::personName),
          texts(all, Entry::action),
          column(all, entry -> entry.subject().artifactId(), UUID[]::new),
          column(all, entry -> entry.subject().connectorId(), UUID[]::new),
          texts(all, entry -> entry.subject().connector()),
          texts(all, entry -> entry.subject().tool()),
          texts(all, Entry::outcome),
          texts(all, Entry::code),
          texts(all, Entry::address),
          texts(all, Entry::agent),
          column(all, entry -> id(entry.token()), UUID[]::new),
          texts(all, entry -> name(entry.token())),
          column(all, Entry::whom, UUID[]::new)
        });
  }

  private static @Nullable String[] texts(
      List<Entry> all, Function<Entry, @Nullable String> value) {
    return column(all, value, String[]::new);
  }

  private static <T> @Nullable T[] column(
      List<Entry> all, Function<Entry, @Nullable T> value, IntFunction<@Nullable T[]> array) {
    @Nullable T[] column = array.apply(all.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(all.get(i));
    }
    return column;
  }

  private static @Nullable UUID id(@Nullable Token token) {
    return token == null ? null : token.id();
  }

  private static @Nullable String name(@Nullable Token token) {
    return token == null ? null : token.name();
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getUUID("person_id"),
        row.getString("person_name"),
        row.getUUID("token_id"),
        row.getString("token_name"),
        row.getString("action"),
        row.getUUID("artifact_id"),
        row.getString("artifact_title"),
        row.getUUID("connector_id"),
        row.getString("connector"),
        row.getString("tool"),
        row.getUUID("whom_id"),
        row.getString("whom_name"),
        row.getString("outcome"),
        row.getString("code"),
        row.getString("address"),
        row.getString("agent"),
        row.getInteger("calls"),
        row.getInteger("failed"));
  }
}
