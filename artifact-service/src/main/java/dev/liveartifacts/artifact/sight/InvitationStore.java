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
  /** What was said to this very person before what was said to all. */
  private static final String FIND =
      """
      select p.name, s.message
      from artifact a
        left join lateral (
          select created_by, message from share
          where artifact_id = a.id and (expires_at is null or expires_at > now())
            and (kind = 'workspace' and $4 or kind = 'person' and subject = $2
              or kind = 'group' and subject = any ($3))
          order by message is null, kind <> 'person', created_at desc
          limit 1) s on true
        join person p on p.id = coalesce(s.created_by, a.owner_id)
      where a.id = $1
      """;

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
        .execute(
            Tuple.of(
                artifactId,
                person.email(),
                person.groups().toArray(String[]::new),
                person.workspace().member()))
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row -> new Invitation(row.getString("name"), row.getString("message")))
                .orElseGet(() -> new Invitation(null, null)));
  }
}
