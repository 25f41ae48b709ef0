package dev.liveartifacts.artifact.preference;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What people want, per artifact. */
@Singleton
class PreferenceStore {
  private static final String READ =
      "select auto_apply from preference where artifact_id = $1 and person_id = $2";
  private static final String WRITE =
      """
      insert into preference (artifact_id, person_id, auto_apply) values ($1, $2, $3)
      on conflict (artifact_id, person_id) do update set auto_apply = excluded.auto_apply
      """;

  private final Pool pool;

  PreferenceStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Preferences> read(UUID artifactId, UUID personId) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(artifactId, personId))
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row -> new Preferences(row.getBoolean("auto_apply")))
                .orElse(Preferences.UNSAID));
  }

  Uni<Void> write(UUID artifactId, UUID personId, Preferences preferences) {
    return pool.preparedQuery(WRITE)
        .execute(Tuple.of(artifactId, personId, preferences.autoApply()))
        .replaceWithVoid();
  }
}
