package dev.liveartifacts.artifact.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.change.Change;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everyone who has signed in. */
@Singleton
public class PersonStore {
  private static final String UPSERT =
      """
      with kept as (
        insert into seen_group (name, last_seen_at)
        select name, now() from unnest($6::text[]) as name order by name
        on conflict (name) do update set last_seen_at = excluded.last_seen_at
          where seen_group.last_seen_at < excluded.last_seen_at - interval '1 hour')
      insert into person (id, issuer, subject, name, email, groups)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do update
        set name = excluded.name, email = excluded.email, groups = excluded.groups,
          last_seen_at = now()
      """;
  private static final String LAST_SEEN =
      "select issuer, subject, name, email, groups from person where id = $1";

  private final Pool pool;
  private final PersonConfig config;
  private final Cache<UUID, Person> seen =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  PersonStore(Pool pool, PersonConfig config) {
    this.pool = pool;
    this.config = config;
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

  /** Who somebody was when they were last here, for what happens while they are away. */
  public Uni<Optional<Person>> lastSeen(UUID personId) {
    return pool.preparedQuery(LAST_SEEN)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().findFirst().map(this::person));
  }

  private Person person(Row row) {
    Set<String> groups = Set.copyOf(List.of(row.getArrayOfStrings("groups")));
    return Person.of(
        row.getString("issuer"),
        row.getString("subject"),
        row.getString("name"),
        row.getString("email"),
        groups,
        WorkspaceRole.of(groups, config));
  }

  private Uni<Void> upsert(Person person) {
    return pool.preparedQuery(UPSERT)
        .execute(
            Tuple.of(
                person.id(),
                person.issuer(),
                person.subject(),
                person.name(),
                person.email(),
                person.groups().stream().sorted().toArray(String[]::new)))
        .replaceWithVoid();
  }
}
