package dev.liveartifacts.artifact.sight;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.artifact.schedule.ToolId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The one place that knows by whose access a page's calls are made.
 *
 * <p>What it knows is at most two seconds old, and thrown away as soon as any replica announces a
 * change.
 */
@Singleton
public class Sights {
  private static final Terms NONE = new Terms(List.of(), false, Set.of());

  private final TermsStore store;
  private final Clock clock;
  private final Cache<Key, Terms> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(2)).build();

  Sights(TermsStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Says of each tool by whose access it is called.
   *
   * @param asViewer true if the person looks at the page as somebody else would
   */
  public Uni<Function<ToolId, Whose>> of(Opened opened, UUID personId, boolean asViewer) {
    Role role = opened.role();
    UUID ownerId = opened.facts().ownerId();
    Uni<Terms> terms =
        role == Role.OWNER && !asViewer
            ? Uni.createFrom().item(NONE)
            : terms(opened.facts().artifactId(), personId);
    return terms.map(
        known -> tool -> Whose.of(role, asViewer, ownerId, tool, known, clock.instant()));
  }

  Uni<Terms> terms(UUID artifactId, UUID personId) {
    Key key = new Key(artifactId, personId);
    Terms known = recent.getIfPresent(key);
    return known != null
        ? Uni.createFrom().item(known)
        : store.of(artifactId, personId).invoke(terms -> recent.put(key, terms));
  }

  /** Known here at once; other replicas hear of it. */
  void changed(UUID artifactId) {
    recent.asMap().keySet().removeIf(key -> key.artifactId().equals(artifactId));
  }

  void forget(@Observes Change change) {
    switch (change.kind()) {
      case ACCESS, TOOLS -> changed(Objects.requireNonNull(change.artifactId()));
      case UNKNOWN -> recent.invalidateAll();
      case VERSION, STORAGE, REFRESHED -> {}
    }
  }

  private record Key(UUID artifactId, UUID personId) {}
}
