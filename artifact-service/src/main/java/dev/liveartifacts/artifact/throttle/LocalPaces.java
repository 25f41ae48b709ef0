package dev.liveartifacts.artifact.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;

/** The paces of this replica alone, for while Redis is away. Thread-safe. */
final class LocalPaces {
  private static final int MOST = 100_000;

  private final Clock clock;
  private final Cache<String, Pace> paces =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofDays(1)).build();

  LocalPaces(Clock clock) {
    this.clock = clock;
  }

  Pass take(String key, Allowance allowance) {
    long now = clock.millis();
    return Pass.after(
        paces
            .asMap()
            .compute(key, (same, pace) -> (pace == null ? Pace.FRESH : pace).take(allowance, now))
            .pause());
  }
}
