package dev.liveartifacts.artifact.policyreport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What was blocked, counted by day; so many kinds a day and no more. */
@Singleton
class PolicyReportStore {
  private static final int KINDS_A_DAY = 500;
  private static final int DAYS = 30;
  private static final String COUNT =
      """
      insert into policy_report (day, site, directive, blocked, count, first_at, last_at)
      select $1, $2, $3, $4, 1, $5, $5
      where (select count(*) from policy_report where day = $1) < $6
        or exists (select 1 from policy_report
          where day = $1 and site = $2 and directive = $3 and blocked = $4)
      on conflict (day, site, directive, blocked) do update
        set count = policy_report.count + 1, last_at = excluded.last_at
      """;
  private static final String FORGET = "delete from policy_report where day < $1";
  private static final String LIST =
      """
      select site, directive, blocked, sum(count)::bigint as count, min(first_at) as first_at,
        max(last_at) as last_at
      from policy_report group by site, directive, blocked order by max(last_at) desc limit 200
      """;

  private final Pool pool;
  private final Clock clock;

  PolicyReportStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * How often one thing was stopped in the last 30 days.
   *
   * @param site {@code app} or {@code pages}
   */
  record Line(
      String site, String directive, String blocked, long count, Instant firstAt, Instant lastAt) {}

  Uni<Void> count(String site, Blocked blocked) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(today(), site, blocked.directive(), blocked.what(), now, KINDS_A_DAY))
        .replaceWithVoid();
  }

  Uni<Void> forget() {
    return pool.preparedQuery(FORGET).execute(Tuple.of(today().minusDays(DAYS))).replaceWithVoid();
  }

  /** The latest first, 200 of them. */
  Uni<List<Line>> list() {
    return pool.query(LIST)
        .execute()
        .map(rows ->
            rows.stream()
                .map(row ->
                    new Line(
                        row.getString("site"),
                        row.getString("directive"),
                        row.getString("blocked"),
                        row.getLong("count"),
                        row.getOffsetDateTime("first_at").toInstant(),
                        row.getOffsetDateTime("last_at").toInstant()))
                .toList());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
