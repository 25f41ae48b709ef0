package dev.liveartifacts.artifact.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Allowance SIX_A_MINUTE = new Allowance(6, Duration.ofMinutes(1));
  private static final long START = 1_000_000;

  private Pace pace = Pace.FRESH;

  private long take(long secondsLater) {
    pace = pace.take(SIX_A_MINUTE, START + secondsLater * 1_000);
    return pace.pause();
  }

  @Test
  void all_may_be_taken_at_once_and_the_next_has_to_wait() {
    for (int i = 0; i < 6; i++) {
      assertThat(take(0)).isZero();
    }
    assertThat(take(0)).isEqualTo(10_000);
  }

  @Test
  void one_that_is_refused_costs_nothing() {
    for (int i = 0; i < 50; i++) {
      take(0);
    }
    assertThat(take(10)).isZero();
    assertThat(take(10)).isEqualTo(10_000);
  }

  @Test
  void after_the_period_everything_is_forgotten() {
    for (int i = 0; i < 6; i++) {
      take(0);
    }
    for (int i = 0; i < 6; i++) {
      assertThat(take(60)).isZero();
    }
    assertThat(take(60)).isPositive();
  }

  @Test
  void as_many_are_granted_as_were_allowed_also_where_the_period_does_not_divide_evenly() {
    Allowance sevenInAnHour = new Allowance(7, Duration.ofHours(1));
    Pace own = Pace.FRESH;
    for (int i = 0; i < 7; i++) {
      own = own.take(sevenInAnHour, START);
      assertThat(own.pause()).isZero();
    }
    assertThat(own.take(sevenInAnHour, START).pause()).isPositive();
  }
}
