package dev.liveartifacts.artifact.apitoken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.PersonStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Which tokens are good, and for whom. What it knows is at most four seconds old, and thrown away
 * as soon as any replica announces that a token of the same person has ended.
 */
@Singleton
class ApiTokens {
  private static final Logger LOG = Logger.getLogger(ApiTokens.class);
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final Duration USED_EVERY = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final ApiTokenStore store;
  private final PersonStore people;
  private final Clock clock;
  private final Cache<Secret, Good> good =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  ApiTokens(ApiTokenStore store, PersonStore people, Clock clock) {
    this.store = store;
    this.people = people;
    this.clock = clock;
  }

  /** A token, and the person as they were when they were last signed in. */
  record Good(ApiToken token, Person person) {}

  /** Empty if it is no token, or not any more. */
  Uni<Optional<Good>> find(Secret secret, String address) {
    Good known = good.getIfPresent(secret);
    return known != null
        ? Uni.createFrom().item(Optional.of(known))
        : store
            .find(secret)
            .flatMap(this::whose)
            .invoke(found -> found.ifPresent(one -> keep(secret, one, address)));
  }

  void forget(@Observes Change change) {
    switch (change.kind()) {
      case PERSON ->
          good.asMap().values().removeIf(one -> one.person().id().equals(change.personId()));
      case UNKNOWN -> good.invalidateAll();
      case ACCESS, VERSION, TOOLS, STORAGE, REFRESHED -> {}
    }
  }

  private Uni<Optional<Good>> whose(Optional<ApiToken> found) {
    return found.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : people
            .lastSeen(found.get().personId())
            .map(person -> person.map(one -> new Good(found.get(), one)));
  }

  private void keep(Secret secret, Good found, String address) {
    good.put(secret, found);
    Instant before = found.token().lastUsedAt();
    if (before == null || before.plus(USED_EVERY).isBefore(clock.instant())) {
      store
          .used(found.token().id(), address)
          .subscribe()
          .with(
              used -> {},
              failure -> LOG.warnf("A token was not marked as used: %s", failure.getMessage()));
    }
  }
}
