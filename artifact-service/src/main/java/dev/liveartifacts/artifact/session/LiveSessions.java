package dev.liveartifacts.artifact.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.artifact.page.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Which sessions are not over. What it knows is at most four seconds old, also if an announcement
 * got lost, and thrown away as soon as any replica announces that a session of the same person has
 * ended.
 */
@Singleton
public class LiveSessions {
  private static final Logger LOG = Logger.getLogger(LiveSessions.class);
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final SessionStore store;
  private final Clock clock;
  private final Cache<Secret, Session> live =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  LiveSessions(SessionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Empty if the session has ended. */
  public Uni<Optional<Session>> find(Secret secret, HttpServerRequest request) {
    Session known = live.getIfPresent(secret);
    return known != null
        ? Uni.createFrom().item(Optional.of(known))
        : store.find(secret).invoke(found -> found.ifPresent(one -> keep(secret, one, request)));
  }

  void forget(@Observes Change change) {
    switch (change.kind()) {
      case PERSON ->
          live.asMap().values().removeIf(one -> one.personId().equals(change.personId()));
      case UNKNOWN -> live.invalidateAll();
      case ACCESS, VERSION, TOOLS, STORAGE, REFRESHED -> {}
    }
  }

  private void keep(Secret secret, Session session, HttpServerRequest request) {
    live.put(secret, session);
    if (session.lastSeenAt().plus(SEEN_EVERY).isBefore(clock.instant())) {
      store
          .seen(session.id(), Arrival.address(request))
          .subscribe()
          .with(
              seen -> {},
              failure -> LOG.warnf("A session was not marked as seen: %s", failure.getMessage()));
    }
  }
}
