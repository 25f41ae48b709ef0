package dev.liveartifacts.artifact.gallery;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.store.Named;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists what a person can open. */
@Singleton
public class CardStore {
  /** Of two roles the larger comes first in the alphabet, too. */
  private static final String LIST =
      """
      with visible as (
        select a.id, 'owner' as role from artifact a where a.owner_id = $1
        union all
        select s.artifact_id, min(s.role) from share s join artifact a on a.id = s.artifact_id
        where (s.kind = 'workspace' or s.email = $2) and a.owner_id <> $1
        group by s.artifact_id
      )
      select a.id, a.title, a.description, a.version, a.updated_at, v.role,
        p.id as owner_id, p.name as owner_name, o.opened_at,
        (select coalesce(json_agg(c), '[]') from (
           select distinct t.connector_id as id, t.connector_slug as slug, t.connector_name as name,
             s.outcome, s.stored_at, s.seen_at
           from artifact_tool t
             left join source_seen s on s.artifact_id = a.id and s.person_id = $1
               and s.connector_id = t.connector_id
           where t.artifact_id = a.id and t.connector_id is not null
           order by 3) c) as connectors
      from visible v
        join artifact a on a.id = v.id
        join person p on p.id = a.owner_id
        left join opened o on o.artifact_id = a.id and o.person_id = $1
      where ($3 in ('recent', 'using') or ($3 = 'mine') = (v.role = 'owner'))
        and ($5::uuid is null or exists (
          select 1 from artifact_tool t where t.artifact_id = a.id and t.connector_id = $5))
        and ($4 = '' or strpos(lower(a.title || ' ' || a.description || ' ' || p.name), lower($4)) > 0)
      order by case when $3 = 'recent' then coalesce(o.opened_at, a.updated_at)
                    else a.updated_at end desc, a.id
      limit 200
      """;

  private final Pool pool;

  CardStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param connector only what asks this one; null for all
   */
  public Uni<List<Card>> list(Person person, String scope, String query, @Nullable UUID connector) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(person.id(), person.email(), scope, query, connector))
        .map(CardStore::cards);
  }

  private static List<Card> cards(RowSet<Row> rows) {
    return rows.stream().map(CardStore::card).toList();
  }

  private static Card card(Row row) {
    return new Card(
        row.getUUID("id"),
        row.getString("title"),
        row.getString("description"),
        new Named(row.getUUID("owner_id"), row.getString("owner_name")),
        Role.of(row.getString("role")),
        row.getInteger("version"),
        connectors((JsonArray) row.getJson("connectors")),
        row.getOffsetDateTime("updated_at").toInstant(),
        instant(row.getOffsetDateTime("opened_at")));
  }

  private static List<Card.Connector> connectors(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).map(CardStore::connector).toList();
  }

  private static Card.Connector connector(JsonObject json) {
    return new Card.Connector(
        UUID.fromString(json.getString("id")),
        json.getString("slug"),
        json.getString("name"),
        freshness(json));
  }

  private static Card.@Nullable Freshness freshness(JsonObject json) {
    String storedAt = json.getString("stored_at");
    return json.getString("outcome") == null
        ? null
        : new Card.Freshness(
            json.getString("outcome"),
            storedAt == null ? null : OffsetDateTime.parse(storedAt).toInstant(),
            OffsetDateTime.parse(json.getString("seen_at")).toInstant());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
