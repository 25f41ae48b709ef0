package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.schedule.ToolId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps {@link Terms}: reads them in one round trip, and writes what a person agrees to. */
@Singleton
class TermsStore {
  private static final String FIND =
      """
      select
        (select coalesce(json_agg(json_build_object(
             'connectorId', o.connector_id, 'ownerId', o.owner_id,
             'delegationId', o.delegation_id, 'expiresAt', o.expires_at)), '[]')
           from shown_source o where o.artifact_id = $1) as shown,
        (select c.tools from consent c where c.artifact_id = $1 and c.person_id = $2) as tools
      """;
  private static final String AGREE =
      """
      insert into consent (artifact_id, person_id, tools, agreed_at) values ($1, $2, $3, $4)
      on conflict (artifact_id, person_id) do update
        set tools = excluded.tools, agreed_at = excluded.agreed_at
      """;

  private final Pool pool;
  private final Clock clock;

  TermsStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Terms> of(UUID artifactId, UUID personId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(artifactId, personId))
        .map(rows -> terms(rows.iterator().next()));
  }

  /** Instead of what the person agreed to before. */
  Uni<Void> agree(UUID artifactId, UUID personId, Set<ToolId> tools) {
    String[] texts = tools.stream().map(TermsStore::text).toArray(String[]::new);
    return pool.preparedQuery(AGREE)
        .execute(Tuple.of(artifactId, personId, texts, OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }

  private static Terms terms(Row row) {
    String[] tools = row.getArrayOfStrings("tools");
    return new Terms(
        ((JsonArray) row.getJson("shown"))
            .stream().map(JsonObject.class::cast).map(TermsStore::shown).toList(),
        tools != null,
        tools == null
            ? Set.of()
            : Arrays.stream(tools).map(TermsStore::tool).collect(Collectors.toSet()));
  }

  private static Terms.Shown shown(JsonObject json) {
    String end = json.getString("expiresAt");
    return new Terms.Shown(
        UUID.fromString(json.getString("connectorId")),
        UUID.fromString(json.getString("ownerId")),
        UUID.fromString(json.getString("delegationId")),
        end == null ? null : OffsetDateTime.parse(end).toInstant());
  }

  private static String text(ToolId tool) {
    return tool.connectorId() + " " + tool.tool();
  }

  private static ToolId tool(String text) {
    int space = text.indexOf(' ');
    return new ToolId(UUID.fromString(text.substring(0, space)), text.substring(space + 1));
  }
}
