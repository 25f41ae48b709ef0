package dev.liveartifacts.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final HandClock clock = new HandClock();
  private final Backoff backoff = new Backoff(clock);

  @Test
  void each_failure_doubles_the_pause_up_to_half_a_minute() {
    assertThat(Stream.generate(backoff::next).limit(7).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void a_calm_minute_starts_from_the_beginning() {
    backoff.next();
    backoff.next();

    clock.now = clock.now.plus(Duration.ofMinutes(2));

    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
