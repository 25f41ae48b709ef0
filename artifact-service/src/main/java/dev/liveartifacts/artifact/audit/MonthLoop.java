package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Makes months ready in time and drops those that are too old; on every replica. */
@ApplicationScoped
class MonthLoop {
  private static final Logger LOG = Logger.getLogger(MonthLoop.class);
  private static final Duration SHORTEST = Duration.ofDays(30);

  private final MonthStore months;
  private final AuditConfig config;
  private final Rounds rounds = new Rounds();

  MonthLoop(MonthStore months, AuditConfig config) {
    this.months = months;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    if (config.keepFor().compareTo(SHORTEST) < 0) {
      throw new IllegalStateException(
          "live.audit.keep-for is %s: the audit log is kept for 30 days at least. Set P30D or more."
              .formatted(config.keepFor()));
    }
    rounds.start(config.tidyEvery(), 1, "The audit log was not tidied", this::tidy);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  Uni<Void> tidy() {
    return months
        .makeReady()
        .flatMap(ready -> months.forget(config.keepFor()))
        .invoke(MonthLoop::tell)
        .replaceWithVoid();
  }

  private static void tell(int dropped) {
    if (dropped > 0) {
      LOG.infof("The audit log is %d months shorter: they were too old to be kept", dropped);
    }
  }
}
