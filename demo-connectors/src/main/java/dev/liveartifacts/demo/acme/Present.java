package dev.liveartifacts.demo.acme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Acme as it stands now, to the second. */
@ApplicationScoped
public class Present {
  private final long seed;
  private final Clock clock;

  Present(AcmeConfig config, Clock clock) {
    this.seed = config.seed();
    this.clock = clock;
  }

  public Acme acme() {
    return new Acme(seed, clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }
}
