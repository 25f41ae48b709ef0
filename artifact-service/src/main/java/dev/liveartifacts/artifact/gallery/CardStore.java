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
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists what a person can open. */
@Singleton
public class CardStore {
  /**
   * Of two roles the larger comes first in the alphabet, too. What is beside a card is looked up
   * for those on the page alone.
   */
  private static final String LIST =
      """
      with mine (kind, subject) as (
        select 'workspace', '' where $7
        union all select 'person', $2::text
        union all select 'group', unnest($6::text[])),
      visible as (
        select a.id, 'owner' as role from artifact a where a.owner_id = $1 and $3 <> 'shared'
        union all
        select s.artifact_id, min(s.role)
        from mine
          join share s on s.kind = mine.kind and coalesce(s.subject, '') = mine.subject
        where $3 <> 'mine' and (s.expires_at is null or s.expires_at > $8)
        group by s.artifact_id),
      line as (
        select a.id, v.role, p.name as owner_name, o.opened_at,
          case when $3 = 'recent' then coalesce(o.opened_at, a.updated_at)
               else a.updated_at end as at
        from visible v
          join artifact a on a.id = v.id
          join person p on p.id = a.owner_id
          left join opened o on o.artifact_id = a.id and o.person_id = $1
        where (v.role = 'owner') = (a.owner_id = $1)
          and ($5::uuid is null or exists (
            select 1 from artifact_tool t where t.artifact_id = a.id and t.connector_id = $5))
          and ($4 = ''
            or strpos(lower(a.title || ' ' || a.description || ' ' || p.name), lower($4)) > 0)),
      page as (
        select l.* from line l
        where $9::uuid is null
          or (l.at, l.id) < (select known.at, known.id from line known where known.id = $9)
        order by l.at desc, l.id desc
        limit $10)
      select a.id, a.title, a.description, a.version, a.updated_at, l.role,
        a.owner_id, l.owner_name, l.opened_at,
        (select coalesce(json_agg(c), '[]') from (
           select distinct t.connector_id as id, t.connector_slug as slug, t.connector_name as name,
             s.outcome, s.stored_at, s.seen_at
           from artifact_tool t
             left join source_seen s on s.artifact_id = a.id and s.person_id = $1
               and s.connector_id = t.connector_id
           where t.artifact_id = a.id and t.connector_id is not null
           order by 3) c) as connectors
      from page l join artifact a on a.id = l.id
      order by l.at desc, l.id desc
      """;

  static final int MOST = 200;

  private final Pool pool;
  private final Clock clock;

  CardStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** The first of them. */
  public Uni<List<Card>> list(Person person, Wanted wanted) {
    return list(person, wanted, null, MOST);
  }

  /**
   * @param after the last card that is known already; null from the beginning
   */
  Uni<List<Card>> list(Person person, Wanted wanted, @Nullable UUID after, int limit) {
    Tuple values =
        Tuple.tuple()
            .addUUID(person.id())
            .addString(person.email())
            .addString(wanted.scope())
            .addString(wanted.query())
            .addUUID(wanted.connector())
            .addArrayOfString(person.groups().toArray(String[]::new))
            .addBoolean(person.workspace().member())
            .addOffsetDateTime(OffsetDateTime.now(clock))
            .addUUID(after)
            .addInteger(limit);
    return pool.preparedQuery(LIST).execute(values).map(CardStore::cards);
  }

  /**
   * Which cards.
   *
   * @param scope {@code recent}, {@code mine}, {@code shared} or {@code using}
   * @param query a part of title, description or owner's name; empty for all
   * @param connector only what asks this one; null for all
   */
  public record Wanted(String scope, String query, @Nullable UUID connector) {}

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
