package dev.liveartifacts.artifact.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one place that every path to an artifact goes through.
 *
 * <p>What it knows is at most two seconds old, and thrown away as soon as any replica announces a
 * change.
 */
@Singleton
public class Doorkeeper {
  private final AccessStore store;
  private final Cache<Key, Facts> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(2)).build();

  Doorkeeper(AccessStore store) {
    this.store = store;
  }

  /** Fails with 404 unless the person may open it, with 403 if they may open it but not this. */
  public Uni<Opened> let(Person person, UUID artifactId, Action action) {
    return ifAllowed(person.id(), person.email(), artifactId)
        .map(opened -> opened.orElseThrow(() -> Problems.notFound("artifact")))
        .invoke(opened -> check(opened.role(), action));
  }

  /** Empty if there is no such artifact, or not for this person. */
  public Uni<Optional<Opened>> ifAllowed(UUID personId, @Nullable String email, UUID artifactId) {
    return facts(new Key(artifactId, personId, email))
        .map(facts -> facts.flatMap(found -> opened(personId, email, found)));
  }

  void forget(@Observes Change change) {
    switch (change.kind()) {
      case ACCESS, TOOLS, VERSION ->
          recent.asMap().keySet().removeIf(key -> key.artifactId().equals(change.artifactId()));
      case UNKNOWN -> recent.invalidateAll();
      case STORAGE, REFRESHED -> {}
    }
  }

  private Uni<Optional<Facts>> facts(Key key) {
    Facts known = recent.getIfPresent(key);
    return known != null
        ? Uni.createFrom().item(Optional.of(known))
        : store
            .facts(key.artifactId(), key.email(), key.personId())
            .invoke(facts -> facts.ifPresent(found -> recent.put(key, found)));
  }

  private static Optional<Opened> opened(UUID personId, @Nullable String email, Facts facts) {
    return Access.role(personId, email, facts).map(role -> new Opened(facts, role));
  }

  private static void check(Role role, Action action) throws ProblemException {
    if (!action.allowedTo(role)) {
      throw Problems.notAllowed(
          "Only %s may %s."
              .formatted(action.least() == Role.OWNER ? "its owner" : "an editor", action.words()));
    }
  }

  private record Key(UUID artifactId, UUID personId, @Nullable String email) {}
}
