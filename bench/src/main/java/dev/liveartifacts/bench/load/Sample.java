package dev.liveartifacts.bench.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What was measured.
 *
 * @param nanos how long each good request took, from the shortest to the longest
 * @param failures requests without the right answer; they are not in {@code nanos}
 * @param elapsedNanos from the first request to the last answer, of all slices together
 */
public record Sample(long[] nanos, int failures, long elapsedNanos) {
  public Sample {
    nanos = nanos.clone();
    Arrays.sort(nanos);
  }

  public static Sample of(List<Sample> slices) {
    return new Sample(
        slices.stream().flatMapToLong(slice -> LongStream.of(slice.nanos)).toArray(),
        slices.stream().mapToInt(Sample::failures).sum(),
        slices.stream().mapToLong(Sample::elapsedNanos).sum());
  }

  public int count() {
    return nanos.length;
  }

  public double perSecond() {
    return elapsedNanos == 0 ? 0 : count() * 1e9 / elapsedNanos;
  }

  /**
   * The nearest-rank percentile in milliseconds; not a number if nothing was measured.
   *
   * @param percent above 0, at most 100
   */
  public double millis(double percent) {
    if (nanos.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * nanos.length);
    return nanos[Math.max(1, rank) - 1] / 1e6;
  }
}
