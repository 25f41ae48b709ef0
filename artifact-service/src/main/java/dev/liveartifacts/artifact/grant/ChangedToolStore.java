package dev.liveartifacts.artifact.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers which granted tools are not what was granted any more, so that the owner is asked. */
@Singleton
public class ChangedToolStore {
  private static final String MARK =
      """
      update artifact_tool set changed_at = $4
      where artifact_id = $1 and name = $2 and schema_hash is not distinct from $3
        and granted_at is not null and changed_at is null
      """;

  private final Pool pool;
  private final Clock clock;

  ChangedToolStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Marks a grant, unless it was given anew in the meantime.
   *
   * @param schemaHash the tool as it was when it was granted
   */
  public Uni<Void> mark(UUID artifactId, String name, @Nullable String schemaHash) {
    return pool.preparedQuery(MARK)
        .execute(Tuple.of(artifactId, name, schemaHash, OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }
}
