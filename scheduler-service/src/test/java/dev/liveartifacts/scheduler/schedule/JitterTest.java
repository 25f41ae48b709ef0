package dev.liveartifacts.scheduler.schedule;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitterTest {
  private static final Instant SEVEN = Instant.parse("2026-11-23T07:00:00Z");
  private static final UUID SCHEDULE = UUID.fromString("6f3c2f5e-7f0b-4c55-9a52-0f6b1b1f3a10");

  @Test
  void no_jitter_starts_on_time() {
    assertThat(new Jitter(SCHEDULE, 0).start(SEVEN)).isEqualTo(SEVEN);
  }

  @Test
  void the_same_schedule_and_due_time_start_at_the_same_moment_everywhere() {
    assertThat(new Jitter(SCHEDULE, 600).start(SEVEN))
        .isEqualTo(new Jitter(UUID.fromString(SCHEDULE.toString()), 600).start(SEVEN))
        .isNotEqualTo(new Jitter(SCHEDULE, 600).start(SEVEN.plus(1, ChronoUnit.DAYS)));
  }

  @Test
  void a_start_is_never_early_and_never_later_than_allowed() {
    List<Duration> late = delays(10_000, 300);

    assertThat(late).allMatch(delay -> !delay.isNegative());
    assertThat(late).allMatch(delay -> delay.compareTo(Duration.ofSeconds(300)) <= 0);
  }

  @Test
  void ten_thousand_schedules_are_spread_evenly() {
    Map<Long, Long> startsByMinute =
        delays(10_000, 299).stream().collect(groupingBy(Duration::toMinutes, counting()));

    assertThat(startsByMinute).containsOnlyKeys(0L, 1L, 2L, 3L, 4L);
    assertThat(startsByMinute.values()).allMatch(starts -> starts > 1_800 && starts < 2_200);
  }

  @Test
  void one_schedule_that_is_due_every_hour_starts_at_another_minute_each_time() {
    Jitter jitter = new Jitter(SCHEDULE, 3_000);

    assertThat(
            IntStream.range(0, 100)
                .mapToObj(hour -> SEVEN.plus(hour, ChronoUnit.HOURS))
                .map(due -> Duration.between(due, jitter.start(due)).toMinutes())
                .distinct())
        .hasSizeGreaterThan(30);
  }

  private static List<Duration> delays(int schedules, int mostSeconds) {
    return IntStream.range(0, schedules)
        .mapToObj(i -> new UUID(i, 7))
        .map(id -> Duration.between(SEVEN, new Jitter(id, mostSeconds).start(SEVEN)))
        .toList();
  }
}
