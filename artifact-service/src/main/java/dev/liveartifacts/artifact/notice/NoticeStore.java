package dev.liveartifacts.artifact.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people were told, and whether they have seen it. */
@Singleton
public class NoticeStore {
  private static final String TELL =
      """
      insert into notice (id, person_id, kind, title, text, href, at, cause)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (person_id, cause) do nothing
      """;
  private static final String LIST =
      """
      select id, at, kind, title, text, href, read_at is not null as read from notice
      where person_id = $1
        and ($2::uuid is null
          or (at, id) < (select b.at, b.id from notice b where b.person_id = $1 and b.id = $2))
      order by at desc, id desc
      limit $3
      """;
  private static final String UNREAD =
      "select count(*) as unread from notice where person_id = $1 and read_at is null";
  private static final String READ =
      """
      update notice set read_at = $2
      where person_id = $1 and read_at is null and ($3::uuid[] is null or id = any($3))
      """;
  private static final String FORGET = "delete from notice where at < $1";

  private final Pool pool;
  private final Clock clock;

  NoticeStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Tells a person, in the transaction of what it is about; false if they know it already. */
  public Uni<Boolean> tell(SqlClient transaction, Notice notice) {
    return transaction
        .preparedQuery(TELL)
        .execute(
            Tuple.tuple()
                .addUUID(UUID.randomUUID())
                .addUUID(notice.personId())
                .addString(notice.kind().word())
                .addString(notice.title())
                .addString(notice.text())
                .addString(notice.href())
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(notice.cause()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Drops what is older. */
  public Uni<Void> forget(Duration age) {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(OffsetDateTime.now(clock).minus(age)))
        .replaceWithVoid();
  }

  Uni<List<Told>> list(UUID personId, @Nullable UUID before, int limit) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(personId, before, limit))
        .map(rows -> rows.stream().map(NoticeStore::told).toList());
  }

  Uni<Integer> unread(UUID personId) {
    return pool.preparedQuery(UNREAD)
        .execute(Tuple.of(personId))
        .map(rows -> rows.iterator().next().getInteger("unread"));
  }

  /**
   * Marks as read.
   *
   * @param ids null for all of them; others' notices among them stay as they are
   */
  Uni<Void> read(UUID personId, @Nullable List<UUID> ids) {
    return pool.preparedQuery(READ)
        .execute(
            Tuple.tuple()
                .addUUID(personId)
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addArrayOfUUID(ids == null ? null : ids.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  private static Told told(Row row) {
    return new Told(
        row.getUUID("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("kind"),
        row.getString("title"),
        row.getString("text"),
        row.getString("href"),
        row.getBoolean("read"));
  }

  /** A notice as its person sees it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(
      UUID id,
      Instant at,
      String kind,
      String title,
      String text,
      @Nullable String href,
      boolean read) {}
}
