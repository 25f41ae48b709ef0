package dev.liveartifacts.artifact.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people and the groups that have been here. */
@Singleton
class DirectoryStore {
  private static final int MOST = 10;
  private static final String PEOPLE =
      """
      select id, name, email from person
      where strpos(lower(name), lower($1)) > 0 or strpos(lower(email), lower($1)) > 0
      order by lower(name), id
      limit $2
      """;
  private static final String GROUPS =
      """
      select name, last_seen_at from seen_group
      where $1 = '' or strpos(lower(name), lower($1)) > 0
      order by lower(name), name
      limit $2
      """;

  private final Pool pool;

  DirectoryStore(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Known>> people(String query) {
    return pool.preparedQuery(PEOPLE)
        .execute(Tuple.of(query, MOST))
        .map(rows ->
            rows.stream()
                .map(row ->
                    new Known(row.getUUID("id"), row.getString("name"), row.getString("email")))
                .toList());
  }

  Uni<List<Group>> groups(String query) {
    return pool.preparedQuery(GROUPS)
        .execute(Tuple.of(query, MOST))
        .map(rows ->
            rows.stream()
                .map(row ->
                    new Group(
                        row.getString("name"), row.getOffsetDateTime("last_seen_at").toInstant()))
                .toList());
  }

  /** A person as others see them. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Known(UUID id, String name, @Nullable String email) {}

  /** A group of the sign-in server that somebody who has been here belongs to. */
  record Group(String name, Instant lastSeenAt) {}
}
