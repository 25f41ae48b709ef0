package dev.liveartifacts.artifact.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads in one round trip what {@link Access} and the bridge need. */
@Singleton
class AccessStore {
  private static final String FACTS =
      """
      select a.id, a.owner_id, a.title, a.version,
        (select coalesce(json_agg(json_build_object(
             'kind', s.kind, 'subject', s.subject, 'role', s.role, 'expiresAt', s.expires_at)), '[]')
           from (values ('workspace', ''), ('person', $2::text)
                 union all select 'group', unnest($4::text[])) as mine (kind, subject)
             join share s on s.artifact_id = a.id and s.kind = mine.kind
               and coalesce(s.subject, '') = mine.subject) as grantees,
        (select coalesce(json_agg(json_build_object(
             'name', t.name, 'connectorId', t.connector_id, 'slug', t.connector_slug,
             'connector', t.connector_name, 'tool', t.tool, 'readOnly', t.read_only,
             'schemaHash', t.schema_hash,
             'always', exists (
               select 1 from confirmation c
               where c.artifact_id = t.artifact_id and c.person_id = $3 and c.name = t.name
                 and c.connector_id = t.connector_id and c.tool = t.tool))
             order by t.position), '[]')
           from artifact_tool t
          where t.artifact_id = a.id and t.granted_at is not null) as tools
      from artifact a
      where a.id = $1
      """;

  private final Pool pool;

  AccessStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Optional<Facts>> facts(UUID artifactId, Visitor visitor) {
    return pool.preparedQuery(FACTS)
        .execute(
            Tuple.of(
                artifactId,
                visitor.email(),
                visitor.personId(),
                visitor.groups().toArray(String[]::new)))
        .map(AccessStore::first);
  }

  private static Optional<Facts> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(AccessStore::facts);
  }

  private static Facts facts(Row row) {
    return new Facts(
        row.getUUID("id"),
        row.getUUID("owner_id"),
        row.getString("title"),
        row.getInteger("version"),
        objects((JsonArray) row.getJson("grantees")).stream().map(AccessStore::grantee).toList(),
        objects((JsonArray) row.getJson("tools")).stream().map(AccessStore::tool).toList());
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static Grantee grantee(JsonObject json) {
    String expiresAt = json.getString("expiresAt");
    return new Grantee(
        ShareKind.of(json.getString("kind")),
        json.getString("subject"),
        Role.of(json.getString("role")),
        expiresAt == null ? null : OffsetDateTime.parse(expiresAt).toInstant());
  }

  private static AllowedTool tool(JsonObject json) {
    return new AllowedTool(
        json.getString("name"),
        UUID.fromString(json.getString("connectorId")),
        json.getString("slug"),
        json.getString("connector"),
        json.getString("tool"),
        json.getBoolean("readOnly"),
        json.getString("schemaHash"),
        json.getBoolean("always"));
  }
}
