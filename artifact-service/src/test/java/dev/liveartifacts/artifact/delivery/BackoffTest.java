package dev.liveartifacts.artifact.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant START = Instant.parse("2026-01-05T07:00:00Z");
  private static final Instant END = START.plus(Backoff.PATIENCE);

  @Test
  void attempts_are_soon_at_first_then_seldom_and_end_after_a_day() {
    List<Instant> attempts = new ArrayList<>(List.of(START));
    for (Optional<Instant> next = Optional.of(START); next.isPresent(); ) {
      next = Backoff.next(next.get(), END, attempts.size(), null, 0.5);
      next.ifPresent(attempts::add);
    }

    assertThat(attempts.get(1)).isBefore(START.plusSeconds(10));
    assertThat(attempts).hasSizeBetween(15, 30).isSorted();
    assertThat(attempts.getLast()).isBetween(END.minus(Duration.ofHours(3)), END);
  }

  @Test
  void a_receiver_that_asks_for_time_gets_it() {
    assertThat(Backoff.next(START, END, 1, Duration.ofMinutes(10), 0))
        .contains(START.plus(Duration.ofMinutes(10)));
    assertThat(Backoff.next(START, END, 1, Duration.ofSeconds(1), 0))
        .contains(START.plusSeconds(5));
    assertThat(Backoff.next(START, END, 1, Duration.ofDays(2), 0)).isEmpty();
  }
}
