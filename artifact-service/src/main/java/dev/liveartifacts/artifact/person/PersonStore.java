package dev.liveartifacts.artifact.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.change.Change;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everyone who has signed in. */
@Singleton
public class PersonStore {
  private static final String UPSERT =
      """
      insert into person (id, issuer, subject, name, email) values ($1, $2, $3, $4, $5)
      on conflict (id) do update
        set name = excluded.name, email = excluded.email, last_seen_at = now()
      """;
  private static final String FIND =
      """
      select id, name, email from person
      where strpos(lower(name), lower($1)) > 0 or strpos(lower(email), lower($1)) > 0
      order by lower(name), id
      limit 10
      """;

  private static final String NAMES =
      "select lower(email) as email, name from person where lower(email) = any($1)";

  private final Pool pool;
  private final Cache<UUID, Person> seen =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  PersonStore(Pool pool) {
    this.pool = pool;
  }

  /** Keeps who this is, at most once in ten minutes unless something about them changed. */
  public Uni<Void> seen(Person person) {
    return person.equals(seen.getIfPresent(person.id()))
        ? Uni.createFrom().voidItem()
        : upsert(person).invoke(() -> seen.put(person.id(), person));
  }

  void forget(@Observes Change change) {
    if (change.kind() == Change.Kind.UNKNOWN) {
      seen.invalidateAll();
    }
  }

  Uni<List<Known>> find(String query) {
    return pool.preparedQuery(FIND).execute(Tuple.of(query)).map(PersonStore::known);
  }

  /** The names of those who have signed in, by their e-mail address in lower case. */
  public Uni<Map<String, String>> names(List<String> emails) {
    return emails.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : pool.preparedQuery(NAMES)
            .execute(Tuple.of(emails.toArray(String[]::new)))
            .map(PersonStore::nameByEmail);
  }

  private static Map<String, String> nameByEmail(RowSet<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.getString("email"), row -> row.getString("name"), (one, other) -> one));
  }

  private Uni<Void> upsert(Person person) {
    return pool.preparedQuery(UPSERT)
        .execute(
            Tuple.of(person.id(), person.issuer(), person.subject(), person.name(), person.email()))
        .replaceWithVoid();
  }

  private static List<Known> known(RowSet<Row> rows) {
    return rows.stream()
        .map(row -> new Known(row.getUUID("id"), row.getString("name"), row.getString("email")))
        .toList();
  }

  /** A person as others see them. */
  record Known(UUID id, String name, @Nullable String email) {}
}
