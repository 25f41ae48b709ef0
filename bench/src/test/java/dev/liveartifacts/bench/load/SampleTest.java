package dev.liveartifacts.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final long MILLISECOND = 1_000_000;

  @Test
  void percentiles_are_those_of_the_nearest_rank() {
    Sample sample = new Sample(hundred(), 0, 1, 0);

    assertThat(sample.millis(50)).isEqualTo(50);
    assertThat(sample.millis(99)).isEqualTo(99);
    assertThat(sample.millis(100)).isEqualTo(100);
  }

  @Test
  void slices_are_put_together_before_percentiles_are_taken() {
    Sample fast = new Sample(new long[] {MILLISECOND}, 1, 500_000_000, MILLISECOND);
    Sample slow =
        new Sample(new long[] {9 * MILLISECOND, 9 * MILLISECOND}, 2, 500_000_000, 2 * MILLISECOND);

    Sample both = Sample.of(List.of(slow, fast));

    assertThat(both.count()).isEqualTo(3);
    assertThat(both.failures()).isEqualTo(3);
    assertThat(both.perSecond()).isEqualTo(3);
    assertThat(both.millis(50)).isEqualTo(9);
    assertThat(both.cpuMillis()).isEqualTo(1);
  }

  @Test
  void nothing_measured_is_no_number() {
    assertThat(new Sample(new long[0], 3, 0, 0).millis(50)).isNaN();
    assertThat(new Sample(new long[0], 3, 0, 0).perSecond()).isZero();
  }

  private static long[] hundred() {
    return LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLISECOND).toArray();
  }
}
