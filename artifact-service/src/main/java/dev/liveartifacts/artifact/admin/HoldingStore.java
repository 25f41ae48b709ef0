package dev.liveartifacts.artifact.admin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All artifacts and whose they are: what is said about them, never what is in them. */
@Singleton
class HoldingStore {
  private static final String LIST =
      """
      select a.id, a.title, a.version, a.created_at, a.updated_at,
        a.owner_id, p.name as owner_name, p.last_seen_at as owner_seen_at,
        (select count(*) from share s where s.artifact_id = a.id) as shares,
        (select max(o.opened_at) from opened o where o.artifact_id = a.id) as opened_at,
        (select coalesce(json_agg(distinct t.connector_name), '[]') from artifact_tool t
          where t.artifact_id = a.id and t.connector_name is not null) as connectors
      from artifact a join person p on p.id = a.owner_id
      where ($1 = '' or strpos(lower(a.title), lower($1)) > 0
          or strpos(lower(p.name), lower($1)) > 0)
        and ($2::uuid is null or a.owner_id = $2)
        and ($3::uuid is null or (a.updated_at, a.id) < (
          select k.updated_at, k.id from artifact k where k.id = $3))
      order by a.updated_at desc, a.id desc
      limit $4
      """;

  private final Pool pool;

  HoldingStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * An artifact, from outside.
   *
   * @param openedAt when somebody last opened it; null if nobody has
   */
  record Holding(
      UUID id,
      String title,
      Owner owner,
      int version,
      long shares,
      List<String> connectors,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant openedAt) {}

  /** Whose it is. */
  record Owner(UUID id, String name, Instant lastSeenAt) {}

  /**
   * @param query a part of the title or of its owner's name; empty for all
   * @param owner whose; null for everybody's
   */
  Uni<List<Holding>> list(String query, @Nullable UUID owner, @Nullable UUID after, int limit) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(query, owner, after, limit))
        .map(rows -> rows.stream().map(HoldingStore::holding).toList());
  }

  private static Holding holding(Row row) {
    OffsetDateTime opened = row.getOffsetDateTime("opened_at");
    return new Holding(
        row.getUUID("id"),
        row.getString("title"),
        new Owner(
            row.getUUID("owner_id"),
            row.getString("owner_name"),
            row.getOffsetDateTime("owner_seen_at").toInstant()),
        row.getInteger("version"),
        row.getLong("shares"),
        ((JsonArray) row.getJson("connectors")).stream().map(String.class::cast).toList(),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant(),
        opened == null ? null : opened.toInstant());
  }
}
