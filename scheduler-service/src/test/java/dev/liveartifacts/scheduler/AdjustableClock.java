package dev.liveartifacts.scheduler;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real clock, which tests may put forward. */
@Mock
@ApplicationScoped
public class AdjustableClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  public void putForwardTo(Instant then) {
    ahead = Duration.between(Instant.now(), then);
  }

  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
