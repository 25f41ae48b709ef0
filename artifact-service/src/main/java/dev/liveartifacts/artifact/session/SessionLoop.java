package dev.liveartifacts.artifact.session;

import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Drops sessions that are over; on every replica. */
@ApplicationScoped
class SessionLoop {
  private final SessionStore store;
  private final SessionConfig config;
  private final Rounds rounds = new Rounds();

  SessionLoop(SessionStore store, SessionConfig config) {
    this.store = store;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    rounds.start(config.cleanEvery(), 1, "Old sessions stay for now", store::clean);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }
}
