package dev.liveartifacts.artifact.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketTest {
  private static final Instant START = Instant.parse("2026-01-05T07:00:00Z");

  @Test
  void a_burst_of_60_passes_and_the_next_call_waits_half_a_second() {
    Bucket bucket = Bucket.full(START);
    for (int call = 1; call <= 60; call++) {
      bucket = bucket.take(START);
      assertThat(bucket.taken()).as("call %d", call).isTrue();
    }

    Bucket refused = bucket.take(START);

    assertThat(refused.taken()).isFalse();
    assertThat(refused.millisToNext()).isEqualTo(500);
    assertThat(refused.take(START.plusMillis(499)).taken()).isFalse();
    assertThat(refused.take(START.plusMillis(500)).taken()).isTrue();
  }

  @Test
  void after_a_burst_120_calls_a_minute_pass() {
    Bucket bucket = new Bucket(0, START, false);
    int passed = 0;
    for (int call = 1; call <= 600; call++) {
      bucket = bucket.take(START.plusMillis(call * 100L));
      passed += bucket.taken() ? 1 : 0;
    }
    assertThat(passed).isEqualTo(120);
  }

  @Test
  void a_rested_bucket_holds_no_more_than_a_burst() {
    Bucket bucket = Bucket.full(START).take(START.plusSeconds(86_400));

    assertThat(bucket.tokens()).isEqualTo(59);
  }

  @Test
  void a_clock_that_steps_back_gives_nothing_and_takes_nothing() {
    Bucket bucket = new Bucket(3, START, true).take(START.minusSeconds(60));

    assertThat(bucket.tokens()).isEqualTo(2);
  }
}
