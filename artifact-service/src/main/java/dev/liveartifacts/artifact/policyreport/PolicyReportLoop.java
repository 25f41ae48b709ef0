package dev.liveartifacts.artifact.policyreport;

import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Forgets reports after 30 days; on every replica. */
@ApplicationScoped
class PolicyReportLoop {
  private static final Duration EVERY = Duration.ofHours(6);

  private final PolicyReportStore store;
  private final Rounds rounds = new Rounds();

  PolicyReportLoop(PolicyReportStore store) {
    this.store = store;
  }

  void start(@Observes StartupEvent event) {
    rounds.start(EVERY, 1, "Old policy reports stay for now", store::forget);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }
}
