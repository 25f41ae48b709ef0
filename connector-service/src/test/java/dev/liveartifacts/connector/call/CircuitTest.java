package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

  private static Circuit failing(int times) {
    Circuit circuit = Circuit.closed();
    for (int i = 0; i < times; i++) {
      circuit = circuit.failed(NOW);
    }
    return circuit;
  }

  @Test
  void four_failures_leave_it_closed_and_the_fifth_opens_it() {
    assertThat(failing(4).lets(NOW)).isTrue();
    assertThat(failing(5).lets(NOW)).isFalse();
    assertThat(failing(5).remaining(NOW)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_success_between_failures_starts_the_count_again() {
    assertThat(Circuit.closed()).isEqualTo(new Circuit.Closed(0));
  }

  @Test
  void after_its_wait_one_call_tries_and_the_others_do_not() {
    Instant later = NOW.plusSeconds(10);
    Circuit open = failing(5);

    assertThat(open.lets(later)).isTrue();
    assertThat(open.asked(later).lets(later)).isFalse();
  }

  @Test
  void a_failed_trial_waits_twice_as_long_up_to_a_minute() {
    Circuit circuit = failing(5);
    Instant now = NOW;
    for (long expected : new long[] {20, 40, 60, 60}) {
      now = now.plus(circuit.remaining(now));
      circuit = circuit.asked(now).failed(now);
      assertThat(circuit.remaining(now)).isEqualTo(Duration.ofSeconds(expected));
    }
  }

  @Test
  void a_trial_that_never_came_back_lets_another_try() {
    Circuit trial = failing(5).asked(NOW.plusSeconds(10));

    assertThat(trial.lets(NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void a_failure_that_arrives_while_open_changes_nothing() {
    Circuit open = failing(5);

    assertThat(open.failed(NOW.plusSeconds(5))).isEqualTo(open);
  }

  @Test
  void a_server_that_says_when_to_come_back_is_taken_at_its_word_within_bounds() {
    assertThat(Circuit.closed().heldOff(NOW, Duration.ofSeconds(3)).remaining(NOW))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(Circuit.closed().heldOff(NOW, Duration.ofDays(1)).remaining(NOW))
        .isEqualTo(Duration.ofMinutes(1));
  }
}
