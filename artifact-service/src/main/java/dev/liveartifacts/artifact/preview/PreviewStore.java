package dev.liveartifacts.artifact.preview;

import dev.liveartifacts.artifact.page.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Pages that wait to be looked at: for one use within a minute, good at every replica. Of each
 * person's only the newest few wait; a new one takes the place of the oldest.
 */
@Singleton
class PreviewStore {
  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final int MOST_WAITING = 8;
  private static final String ISSUE =
      """
      with
        gone as (
          delete from preview
          where expires_at < $5 or sha256 in (
            select sha256 from preview where person_id = $2
            order by expires_at desc offset $7))
      insert into preview (sha256, person_id, nonce, gzip, expires_at)
      values ($1, $2, $3, $4, $6)
      """;
  private static final String REDEEM =
      """
      with preview as (delete from preview where sha256 = $1 returning *)
      select gzip, nonce from preview where expires_at >= $2
      """;

  private final Pool pool;
  private final Clock clock;

  PreviewStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Void> issue(Secret ticket, UUID personId, Preview preview) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Tuple values =
        Tuple.tuple()
            .addValue(ticket.sha256())
            .addUUID(personId)
            .addString(preview.nonce())
            .addValue(preview.gzip())
            .addOffsetDateTime(now)
            .addOffsetDateTime(now.plus(LIFE))
            .addInteger(MOST_WAITING - 1);
    return pool.preparedQuery(ISSUE).execute(values).replaceWithVoid();
  }

  /** Spends the ticket, whatever comes of it. Empty if it is unknown, spent or too old. */
  Uni<Optional<Preview>> redeem(Secret ticket) {
    return pool.preparedQuery(REDEEM)
        .execute(Tuple.of(ticket.sha256(), OffsetDateTime.now(clock)))
        .map(PreviewStore::first);
  }

  private static Optional<Preview> first(RowSet<Row> rows) {
    return rows.stream()
        .findFirst()
        .map(row -> new Preview(row.getBuffer("gzip").getDelegate(), row.getString("nonce")));
  }
}
