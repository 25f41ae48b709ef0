package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads who lets a person in. */
@Singleton
class InvitationStore {
  private static final String FIND =
      "select p.name from artifact a join person p on p.id = a.owner_id where a.id = $1";

  private final Pool pool;

  InvitationStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param message what they said to it
   */
  record Invitation(@Nullable String from, @Nullable String message) {}

  Uni<Invitation> of(UUID artifactId, Person person) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(artifactId))
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row -> new Invitation(row.getString("name"), null))
                .orElseGet(() -> new Invitation(null, null)));
  }
}
