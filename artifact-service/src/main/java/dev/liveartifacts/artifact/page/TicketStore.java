package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tickets for pages: random, for one use within a minute, good at every replica. */
@Singleton
class TicketStore {
  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final String ISSUE =
      """
      with
        gone as (delete from ticket where expires_at < $6),
        seen as (
          insert into opened (artifact_id, person_id, opened_at) values ($2, $3, $6)
          on conflict (artifact_id, person_id) do update set opened_at = excluded.opened_at)
      insert into ticket (sha256, artifact_id, person_id, version, nonce, expires_at, as_viewer)
      select $1, v.artifact_id, $3, v.number, $5, $7, $8
      from version v where v.artifact_id = $2 and v.number = $4
      """;
  private static final String REDEEM =
      """
      with ticket as (delete from ticket where sha256 = $1 returning *)
      select t.artifact_id, t.person_id, t.nonce, a.title, v.sha256,
        case when t.as_viewer then '{}' else coalesce(s.items, '{}') end as storage,
        coalesce(e.origins, '{}') as sites
      from ticket t
        join artifact a on a.id = t.artifact_id
        join version v on v.artifact_id = t.artifact_id and v.number = t.version
        left join page_storage s on s.artifact_id = t.artifact_id and s.person_id = t.person_id
        left join embedding e on e.artifact_id = t.artifact_id
      where t.expires_at >= $2
      """;

  private final Pool pool;
  private final Clock clock;

  TicketStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Says whether there is such a version, and with it a ticket.
   *
   * @param asViewer true if the page begins as it does for somebody who opens it for the first time
   */
  Uni<Boolean> issue(
      Secret ticket, UUID artifactId, Person person, int version, String nonce, boolean asViewer) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Tuple values =
        Tuple.tuple()
            .addValue(ticket.sha256())
            .addUUID(artifactId)
            .addUUID(person.id())
            .addInteger(version)
            .addString(nonce)
            .addOffsetDateTime(now)
            .addOffsetDateTime(now.plus(LIFE))
            .addBoolean(asViewer);
    return pool.preparedQuery(ISSUE).execute(values).map(issued -> issued.rowCount() == 1);
  }

  /** Spends the ticket, whatever comes of it. Empty if it is unknown, spent or too old. */
  Uni<Optional<Ticket>> redeem(Secret ticket) {
    return pool.preparedQuery(REDEEM)
        .execute(Tuple.of(ticket.sha256(), OffsetDateTime.now(clock)))
        .map(TicketStore::first);
  }

  private static Optional<Ticket> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(TicketStore::ticket);
  }

  private static Ticket ticket(Row row) {
    return new Ticket(
        row.getUUID("artifact_id"),
        row.getUUID("person_id"),
        row.getString("nonce"),
        row.getString("title"),
        row.getBuffer("sha256").getDelegate(),
        row.getString("storage"),
        List.of(row.getArrayOfStrings("sites")));
  }
}
