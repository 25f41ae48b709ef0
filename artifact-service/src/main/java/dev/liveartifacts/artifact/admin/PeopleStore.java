package dev.liveartifacts.artifact.admin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everyone who has been here, and their groups. */
@Singleton
class PeopleStore {
  private static final String PEOPLE =
      """
      select p.id, p.name, p.email, p.groups, p.first_seen_at, p.last_seen_at,
        (select count(*) from artifact a where a.owner_id = p.id) as artifacts
      from person p
      where ($1 = '' or strpos(lower(p.name), lower($1)) > 0
          or strpos(lower(p.email), lower($1)) > 0 or $1 = any(p.groups))
        and ($2::uuid is null or (lower(p.name), p.id) > (
          select lower(k.name), k.id from person k where k.id = $2))
      order by lower(p.name), p.id
      limit $3
      """;
  private static final String GROUPS =
      """
      select g.name, g.last_seen_at,
        (select count(*) from person p where g.name = any(p.groups)) as people,
        (select count(*) from share s where s.kind = 'group' and s.subject = g.name) as shares
      from seen_group g
      where ($1 = '' or strpos(lower(g.name), lower($1)) > 0) and ($2::text is null or g.name > $2)
      order by g.name
      limit $3
      """;

  private final Pool pool;

  PeopleStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param artifacts how many they own
   */
  record Someone(
      UUID id,
      String name,
      @Nullable String email,
      List<String> groups,
      Instant firstSeenAt,
      Instant lastSeenAt,
      long artifacts) {}

  /**
   * @param people who were in it when they were last here
   * @param shares that are made with it
   */
  record Group(String name, Instant lastSeenAt, long people, long shares) {}

  /**
   * @param query a part of a name or an address, or a group; empty for all
   */
  Uni<List<Someone>> people(String query, @Nullable UUID after, int limit) {
    return pool.preparedQuery(PEOPLE)
        .execute(Tuple.of(query, after, limit))
        .map(rows -> rows.stream().map(PeopleStore::someone).toList());
  }

  Uni<List<Group>> groups(String query, @Nullable String after, int limit) {
    return pool.preparedQuery(GROUPS)
        .execute(Tuple.of(query, after, limit))
        .map(rows -> rows.stream().map(PeopleStore::group).toList());
  }

  private static Someone someone(Row row) {
    return new Someone(
        row.getUUID("id"),
        row.getString("name"),
        row.getString("email"),
        List.of(row.getArrayOfStrings("groups")),
        row.getOffsetDateTime("first_seen_at").toInstant(),
        row.getOffsetDateTime("last_seen_at").toInstant(),
        row.getLong("artifacts"));
  }

  private static Group group(Row row) {
    return new Group(
        row.getString("name"),
        row.getOffsetDateTime("last_seen_at").toInstant(),
        row.getLong("people"),
        row.getLong("shares"));
  }
}
