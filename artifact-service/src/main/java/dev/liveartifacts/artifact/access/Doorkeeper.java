package dev.liveartifacts.artifact.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.PersonStore;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The one place that every path to an artifact goes through.
 *
 * <p>What it knows is at most two seconds old, and thrown away as soon as any replica announces a
 * change.
 */
@Singleton
public class Doorkeeper {
  private final AccessStore store;
  private final PersonStore people;
  private final Clock clock;
  private final Cache<Key, Facts> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(2)).build();

  Doorkeeper(AccessStore store, PersonStore people, Clock clock) {
    this.store = store;
    this.people = people;
    this.clock = clock;
  }

  /** Fails with 404 unless the person may open it, with 403 if they may open it but not this. */
  public Uni<Opened> let(Person person, UUID artifactId, Action action) {
    return ifAllowed(person, artifactId)
        .map(opened -> opened.orElseThrow(() -> Problems.notFound("artifact")))
        .invoke(opened -> Access.check(opened.role(), action));
  }

  /** Empty if there is no such artifact, or not for this person. */
  public Uni<Optional<Opened>> ifAllowed(Person person, UUID artifactId) {
    Visitor visitor = Visitor.of(person);
    return facts(new Key(artifactId, visitor))
        .map(facts -> facts.flatMap(found -> opened(visitor, found)));
  }

  /** The same for somebody who is away, with the groups that they had when they were last here. */
  public Uni<Optional<Opened>> ifAllowed(UUID personId, UUID artifactId) {
    return people
        .lastSeen(personId)
        .flatMap(person ->
            person.isPresent()
                ? ifAllowed(person.get(), artifactId)
                : Uni.createFrom().item(Optional.empty()));
  }

  void forget(@Observes Change change) {
    switch (change.kind()) {
      case ACCESS, TOOLS, VERSION ->
          recent.asMap().keySet().removeIf(key -> key.artifactId().equals(change.artifactId()));
      case UNKNOWN -> recent.invalidateAll();
      case STORAGE, REFRESHED, PERSON -> {}
    }
  }

  private Uni<Optional<Facts>> facts(Key key) {
    Facts known = recent.getIfPresent(key);
    return known != null
        ? Uni.createFrom().item(Optional.of(known))
        : store
            .facts(key.artifactId(), key.visitor())
            .invoke(facts -> facts.ifPresent(found -> recent.put(key, found)));
  }

  private Optional<Opened> opened(Visitor visitor, Facts facts) {
    return Access.role(visitor, facts, clock.instant()).map(role -> new Opened(facts, role));
  }

  private record Key(UUID artifactId, Visitor visitor) {}
}
