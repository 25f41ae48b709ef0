package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.access.ShareKind;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps with whom artifacts are shared. */
@Singleton
class ShareStore {
  private static final int MOST = 5_000;
  private static final String COLUMNS =
      "s.id, s.kind, s.subject, s.role, s.expires_at, s.message, s.created_at, p.name";

  /** Several people may have had the same address: the one who was here last counts. */
  private static final String WITH_NAMES =
      """
       from share s
         left join lateral (
           select p.name from person p
           where s.kind = 'person' and lower(p.email) = s.subject
           order by p.last_seen_at desc limit 1) p on true
      """;

  private static final String FITS =
      """
      where s.artifact_id = $1
        and ($2 = '' or strpos(lower(s.subject), lower($2)) > 0 or strpos(lower(p.name), lower($2)) > 0)
      """;
  private static final String LIST =
      "select "
          + COLUMNS
          + WITH_NAMES
          + FITS
          + """
              and ($3::uuid is null
                or (s.created_at, s.id) > (select a.created_at, a.id from share a where a.id = $3))
          order by s.created_at, s.id
          limit $4
          """;
  private static final String COUNT = "select count(*) as total" + WITH_NAMES + FITS;
  private static final String ALL = "select count(*) as total from share where artifact_id = $1";
  private static final String ONE = "select " + COLUMNS + WITH_NAMES + "where s.id = $1";
  private static final String PUT =
      """
      insert into share
        (id, artifact_id, kind, subject, role, expires_at, message, created_by, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (artifact_id, kind, coalesce(subject, '')) do update
        set role = excluded.role, expires_at = excluded.expires_at,
          message = coalesce(excluded.message, share.message)
      returning id
      """;
  private static final String CHANGE =
      """
      update share set role = coalesce($3, role),
        expires_at = case when $4 then $5::timestamptz else expires_at end
      where id = $1 and artifact_id = $2
      """;

  /** With the mail that was to tell of it, if that has not left yet. */
  private static final String REMOVE =
      """
      with unsent as (
        delete from delivery where state = 'waiting'
          and about = (select id from share where id = $1 and artifact_id = $2))
      delete from share where id = $1 and artifact_id = $2
      """;

  private final Pool pool;
  private final Clock clock;
  private final AnnouncementStore announcements;

  ShareStore(Pool pool, Clock clock, AnnouncementStore announcements) {
    this.pool = pool;
    this.clock = clock;
    this.announcements = announcements;
  }

  /**
   * @param after the last one that is known already; null from the beginning
   */
  Uni<Shares> list(UUID artifactId, String query, @Nullable UUID after, int limit) {
    return Uni.combine()
        .all()
        .unis(
            pool.preparedQuery(LIST).execute(Tuple.of(artifactId, query, after, limit + 1)),
            query.isEmpty()
                ? pool.preparedQuery(ALL).execute(Tuple.of(artifactId))
                : pool.preparedQuery(COUNT).execute(Tuple.of(artifactId, query)))
        .with((found, counted) ->
            Shares.of(found.stream().map(this::share).toList(), total(counted), limit));
  }

  /** Shares, or changes the share that is there already, and tells whoever is new. */
  Uni<Share> put(UUID artifactId, String title, Person by, Invitation invitation) {
    UUID fresh = UUID.randomUUID();
    Tuple values =
        Tuple.tuple()
            .addUUID(fresh)
            .addUUID(artifactId)
            .addString(invitation.kind().word())
            .addString(invitation.subject())
            .addString(invitation.role().word())
            .addOffsetDateTime(at(invitation.expiresAt()))
            .addString(invitation.message())
            .addUUID(by.id())
            .addOffsetDateTime(OffsetDateTime.now(clock));
    return pool.withTransaction(transaction ->
        transaction
            .preparedQuery(PUT)
            .execute(values)
            .map(rows -> rows.iterator().next().getUUID("id"))
            .call(id ->
                id.equals(fresh)
                    ? begun(transaction, new Announcement(artifactId, id, title, by, invitation))
                    : Uni.createFrom().voidItem())
            .flatMap(id -> one(transaction, id)));
  }

  Uni<Share> change(UUID artifactId, UUID shareId, ShareChange change) {
    Role role = change.role();
    Tuple values =
        Tuple.tuple()
            .addUUID(shareId)
            .addUUID(artifactId)
            .addString(role == null ? null : role.word())
            .addBoolean(change.changesEnd())
            .addOffsetDateTime(at(change.end()));
    return pool.preparedQuery(CHANGE)
        .execute(values)
        .invoke(ShareStore::oneOrNotFound)
        .flatMap(changed -> one(pool, shareId));
  }

  Uni<Void> remove(UUID artifactId, UUID shareId) {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(shareId, artifactId))
        .invoke(ShareStore::oneOrNotFound)
        .replaceWithVoid();
  }

  private Uni<Void> begun(SqlClient transaction, Announcement news) {
    return transaction
        .preparedQuery(ALL)
        .execute(Tuple.of(news.artifactId()))
        .invoke(counted -> notTooMany(total(counted)))
        .flatMap(counted -> announcements.tell(transaction, news));
  }

  private Uni<Share> one(SqlClient client, UUID shareId) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(shareId))
        .map(rows -> share(rows.stream().findFirst().orElseThrow(ShareStore::noShare)));
  }

  private Share share(Row row) {
    ShareKind kind = ShareKind.of(row.getString("kind"));
    String subject = row.getString("subject");
    OffsetDateTime expiresAt = row.getOffsetDateTime("expires_at");
    Instant end = expiresAt == null ? null : expiresAt.toInstant();
    return new Share(
        row.getUUID("id"),
        kind,
        kind == ShareKind.PERSON ? subject : null,
        kind == ShareKind.GROUP ? subject : null,
        row.getString("name"),
        Role.of(row.getString("role")),
        end,
        end != null && !clock.instant().isBefore(end),
        row.getString("message"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  private static long total(RowSet<Row> counted) {
    return counted.iterator().next().getLong("total");
  }

  private static void notTooMany(long shares) {
    if (shares > MOST) {
      throw Problems.conflict(
          "too-many-shares",
          "An artifact has at most %,d shares. Share it with a group instead.".formatted(MOST));
    }
  }

  private static void oneOrNotFound(RowSet<Row> changed) {
    if (changed.rowCount() == 0) {
      throw noShare();
    }
  }

  private static RuntimeException noShare() {
    return Problems.notFound("share");
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
