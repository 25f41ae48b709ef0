package dev.liveartifacts.artifact.admin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people and their pages have used of Claude in a day (UTC); who used most comes first. */
@Singleton
class SpendingStore {
  static final int MOST = 200;

  private static final String ASKS =
      """
      select u.artifact_id, a.title, u.person_id, p.name, u.tokens
      from ask_usage u
        join artifact a on a.id = u.artifact_id
        join person p on p.id = u.person_id
      where u.day = $1
        and ($2 = '' or strpos(lower(a.title || ' ' || p.name), lower($2)) > 0)
      order by u.tokens desc, u.artifact_id, u.person_id
      limit $3
      """;
  private static final String AUTHORING =
      """
      select null::uuid as artifact_id, null::text as title, d.person_id, p.name,
        sum(d.tokens)::bigint as tokens
      from description d join person p on p.id = d.person_id
      where d.created_at >= $1 and ($2 = '' or strpos(lower(p.name), lower($2)) > 0)
      group by d.person_id, p.name
      order by 5 desc, d.person_id
      limit $3
      """;

  private final Pool pool;

  SpendingStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param artifactId whose page asked; null for the making of pages
   */
  record Spending(
      @Nullable UUID artifactId,
      @Nullable String title,
      UUID personId,
      String personName,
      long tokensUsed) {}

  /** By the questions of pages. */
  Uni<List<Spending>> asks(LocalDate day, String query) {
    return list(ASKS, Tuple.of(day, query, MOST));
  }

  /** By the making of pages. */
  Uni<List<Spending>> authoring(LocalDate day, String query) {
    OffsetDateTime begin = day.atStartOfDay().atOffset(ZoneOffset.UTC);
    return list(AUTHORING, Tuple.of(begin, query, MOST));
  }

  private Uni<List<Spending>> list(String sql, Tuple values) {
    return pool.preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(SpendingStore::spending).toList());
  }

  private static Spending spending(Row row) {
    return new Spending(
        row.getUUID("artifact_id"),
        row.getString("title"),
        row.getUUID("person_id"),
        row.getString("name"),
        row.getLong("tokens"));
  }
}
