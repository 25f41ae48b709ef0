package dev.liveartifacts.artifact.analysis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** How many tokens each page has used today, by the calendar of UTC. */
@Singleton
class BudgetStore {
  private static final String USED =
      "select tokens from ask_usage where artifact_id = $1 and person_id = $2 and day = $3";
  private static final String SPEND =
      """
      insert into ask_usage (artifact_id, person_id, day, tokens)
      select $1, $2, $3, $4 where exists (select 1 from artifact where id = $1)
      on conflict (artifact_id, person_id, day) do update
        set tokens = ask_usage.tokens + excluded.tokens
      """;
  private static final String TODAY =
      """
      select u.artifact_id, a.title, u.person_id, p.name, u.tokens
      from ask_usage u
        join artifact a on a.id = u.artifact_id
        join person p on p.id = u.person_id
      where u.day = $1
      order by u.tokens desc, u.artifact_id, u.person_id
      limit 500
      """;

  private final Pool pool;
  private final Clock clock;

  BudgetStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Long> used(Asker asker) {
    return pool.preparedQuery(USED)
        .execute(Tuple.of(asker.artifactId(), asker.personId(), today()))
        .map(rows -> rows.stream().findFirst().map(row -> row.getLong("tokens")).orElse(0L));
  }

  Uni<Void> spend(Asker asker, long tokens) {
    return tokens == 0
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(SPEND)
            .execute(Tuple.of(asker.artifactId(), asker.personId(), today(), tokens))
            .replaceWithVoid();
  }

  Uni<List<Budget>> today(long tokensPerDay) {
    LocalDate today = today();
    Instant reset = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return pool.preparedQuery(TODAY)
        .execute(Tuple.of(today))
        .map(rows -> rows.stream().map(row -> budget(row, reset, tokensPerDay)).toList());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Budget budget(Row row, Instant reset, long tokensPerDay) {
    long used = row.getLong("tokens");
    return new Budget(
        row.getUUID("artifact_id"),
        row.getString("title"),
        row.getUUID("person_id"),
        row.getString("name"),
        used,
        Math.max(0, tokensPerDay - used),
        reset);
  }

  /** What one person's page has used of Claude today, and what is left. */
  record Budget(
      UUID artifactId,
      String title,
      UUID personId,
      String personName,
      long tokensUsed,
      long tokensLeft,
      Instant resetsAt) {}
}
