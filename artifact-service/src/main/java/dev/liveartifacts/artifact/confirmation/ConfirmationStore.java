package dev.liveartifacts.artifact.confirmation;

import dev.liveartifacts.artifact.access.AllowedTool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people always let an artifact do. It holds for the very tool that was confirmed: once the
 * name means another one, it is asked about again.
 */
@Singleton
class ConfirmationStore {
  private static final String LIST =
      """
      select c.name, c.tool, c.since from confirmation c
        join artifact_tool t on t.artifact_id = c.artifact_id and t.name = c.name
          and t.connector_id = c.connector_id and t.tool = c.tool
      where c.artifact_id = $1 and c.person_id = $2 and t.granted_at is not null
      order by c.since, c.name
      """;
  private static final String PUT =
      """
      insert into confirmation (artifact_id, person_id, name, connector_id, tool, since)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (artifact_id, person_id, name) do update
        set connector_id = excluded.connector_id, tool = excluded.tool, since = excluded.since
      """;
  private static final String REMOVE =
      """
      delete from confirmation
      where artifact_id = $1 and person_id = $2 and ($3::text is null or name = $3)
      """;

  private final Pool pool;
  private final Clock clock;

  ConfirmationStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<List<Confirmation>> list(UUID artifactId, UUID personId) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(artifactId, personId))
        .map(rows -> rows.stream().map(ConfirmationStore::confirmation).toList());
  }

  Uni<Void> put(UUID artifactId, UUID personId, AllowedTool tool) {
    return pool.preparedQuery(PUT)
        .execute(
            Tuple.of(
                artifactId,
                personId,
                tool.name(),
                tool.connectorId(),
                tool.tool(),
                OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }

  Uni<Void> remove(UUID artifactId, UUID personId, @Nullable String name) {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(artifactId, personId, name))
        .replaceWithVoid();
  }

  private static Confirmation confirmation(Row row) {
    return new Confirmation(
        row.getString("name"), row.getString("tool"), row.getOffsetDateTime("since").toInstant());
  }

  /** One tool that is not asked about any more. */
  record Confirmation(String name, String tool, Instant since) {}
}
