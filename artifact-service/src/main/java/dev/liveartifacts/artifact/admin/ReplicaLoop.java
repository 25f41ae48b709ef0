package dev.liveartifacts.artifact.admin;

import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says again and again that this replica is here. */
@ApplicationScoped
class ReplicaLoop {
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final ReplicaStore store;
  private final String version;
  private final UUID id = UUID.randomUUID();
  private final Rounds rounds = new Rounds();

  ReplicaLoop(
      ReplicaStore store, @ConfigProperty(name = "quarkus.application.version") String version) {
    this.store = store;
    this.version = version;
  }

  void start(@Observes StartupEvent event) {
    rounds.start(EVERY, 1, "This replica is not seen", () -> store.here(id, version));
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }
}
