package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Frozen copies as their owners know them. Whoever calls has asked the doorkeeper before. */
@Singleton
class PublicationStore {
  private static final TypeReference<List<Reviewed>> REVIEW = new TypeReference<>() {};
  private static final String KEEP =
      """
      insert into publication (id, artifact_id, published_by, token_sha256, title, version,
        taken_at, created_at, expires_at, password, key, origins, review, page_sha256, page,
        content, content_size)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
      where (select count(*) from publication where artifact_id = $2) < $18
      """;
  private static final String SELECT =
      """
      select u.id, u.title, u.version, u.taken_at, u.created_at, p.name, u.expires_at,
        u.password is not null as has_password, u.origins, u.views, u.viewed_at,
        u.content_size, u.review
      from publication u join person p on p.id = u.published_by
      where u.artifact_id = $1
      """;
  private static final String LIST = SELECT + "order by u.created_at desc, u.id";
  private static final String FIND = SELECT + "and u.id = $2";
  private static final String CHANGE =
      """
      update publication set
        title = coalesce($3, title),
        expires_at = case when $4 then $5 else expires_at end,
        password = case when $6 then $7 else password end,
        key = case when $6 then $8 else key end,
        origins = coalesce($9, origins)
      where artifact_id = $1 and id = $2
      """;
  private static final String READDRESS =
      "update publication set token_sha256 = $3, key = $4 where artifact_id = $1 and id = $2";
  private static final String REVOKE = "delete from publication where artifact_id = $1 and id = $2";

  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;

  PublicationStore(Pool pool, ObjectMapper json, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.clock = clock;
  }

  /** Says whether there was room for one more. */
  Uni<Boolean> keep(NewPublication fresh, int most) {
    Tuple values =
        Tuple.tuple()
            .addUUID(fresh.id())
            .addUUID(fresh.artifactId())
            .addUUID(fresh.by())
            .addValue(fresh.token())
            .addString(fresh.title())
            .addInteger(fresh.version())
            .addOffsetDateTime(utc(fresh.takenAt()))
            .addOffsetDateTime(OffsetDateTime.now(clock))
            .addOffsetDateTime(utc(fresh.expiresAt()))
            .addString(fresh.password())
            .addValue(fresh.key())
            .addArrayOfString(fresh.origins().toArray(String[]::new))
            .addString(fresh.review())
            .addValue(fresh.page().sha256())
            .addValue(fresh.page().gzip())
            .addValue(fresh.content())
            .addInteger(fresh.size())
            .addInteger(most);
    return pool.preparedQuery(KEEP).execute(values).map(rows -> rows.rowCount() == 1);
  }

  /** Newest first. */
  Uni<List<Publication>> of(UUID artifactId) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(artifactId))
        .map(rows -> rows.stream().map(this::publication).toList());
  }

  Uni<Optional<Publication>> find(UUID artifactId, UUID id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(artifactId, id))
        .map(rows -> rows.stream().findFirst().map(this::publication));
  }

  /** Says whether there is such a one. */
  Uni<Boolean> change(UUID artifactId, UUID id, Change change) {
    Tuple values =
        Tuple.tuple()
            .addUUID(artifactId)
            .addUUID(id)
            .addString(change.title())
            .addBoolean(change.newEnd())
            .addOffsetDateTime(utc(change.expiresAt()))
            .addBoolean(change.newPassword())
            .addString(change.password())
            .addValue(change.key())
            .addArrayOfString(
                change.origins() == null ? null : change.origins().toArray(String[]::new));
    return pool.preparedQuery(CHANGE).execute(values).map(rows -> rows.rowCount() == 1);
  }

  /** Another link for the same copy; the one before leads nowhere from then on. */
  Uni<Boolean> readdress(UUID artifactId, UUID id, Buffer token, Buffer key) {
    return pool.preparedQuery(READDRESS)
        .execute(Tuple.of(artifactId, id, token, key))
        .map(rows -> rows.rowCount() == 1);
  }

  Uni<Boolean> revoke(UUID artifactId, UUID id) {
    return pool.preparedQuery(REVOKE)
        .execute(Tuple.of(artifactId, id))
        .map(rows -> rows.rowCount() == 1);
  }

  /**
   * What is to change.
   *
   * @param title null: as it is
   * @param newEnd whether {@code expiresAt} applies
   * @param newPassword whether {@code password} applies; whoever was let in has to say the new one
   * @param password as it is kept; null: none
   * @param origins null: as they are
   */
  record Change(
      @Nullable String title,
      boolean newEnd,
      @Nullable Instant expiresAt,
      boolean newPassword,
      @Nullable String password,
      Buffer key,
      @Nullable List<String> origins) {}

  private Publication publication(Row row) {
    Instant end = instant(row.getOffsetDateTime("expires_at"));
    return new Publication(
        row.getUUID("id"),
        row.getString("title"),
        row.getInteger("version"),
        row.getOffsetDateTime("taken_at").toInstant(),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getString("name"),
        end,
        end != null && !end.isAfter(clock.instant()),
        row.getBoolean("has_password"),
        List.of(row.getArrayOfStrings("origins")),
        row.getLong("views"),
        instant(row.getOffsetDateTime("viewed_at")),
        row.getInteger("content_size"),
        review(row.getString("review")));
  }

  private List<Reviewed> review(String text) {
    try {
      return json.readValue(text, REVIEW);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
