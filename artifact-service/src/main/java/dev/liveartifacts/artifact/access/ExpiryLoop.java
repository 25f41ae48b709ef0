package dev.liveartifacts.artifact.access;

import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Notices that shares have ended, so that open pages hear of it as if somebody had taken them back.
 * Every replica does this for its own pages; what it missed while the database was away it finds
 * afterwards.
 */
@ApplicationScoped
class ExpiryLoop {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final ExpiryStore store;
  private final Event<Change> changes;
  private final Clock clock;
  private final Rounds rounds = new Rounds();
  private volatile Instant looked;

  ExpiryLoop(ExpiryStore store, Event<Change> changes, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
    this.looked = clock.instant();
  }

  void start(@Observes StartupEvent event) {
    rounds.start(EVERY, 1, "Ends of shares are noticed later", this::look);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  private Uni<Void> look() {
    Instant until = clock.instant();
    return store
        .ended(looked, until)
        .invoke(ended -> {
          looked = until;
          ended.forEach(id -> changes.fire(new Change(Change.Kind.ACCESS, id, null, null, null)));
        })
        .replaceWithVoid();
  }
}
