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
 * @param cpuNanos that the processes under this one used meanwhile: what is measured, not who
 *     measures
 */
public record Sample(long[] nanos, int failures, long elapsedNanos, long cpuNanos) {
  public Sample {
    nanos = nanos.clone();
    Arrays.sort(nanos);
  }

  public static Sample of(List<Sample> slices) {
    return new Sample(
        slices.stream().flatMapToLong(slice -> LongStream.of(slice.nanos)).toArray(),
        slices.stream().mapToInt(Sample::failures).sum(),
        slices.stream().mapToLong(Sample::elapsedNanos).sum(),
        slices.stream().mapToLong(Sample::cpuNanos).sum());
  }

  public int count() {
    return nanos.length;
  }

  public double perSecond() {
    return elapsedNanos == 0 ? 0 : count() * 1e9 / elapsedNanos;
  }

  /** Milliseconds of a core for one good request; hardly disturbed by what else runs. */
  public double cpuMillis() {
    return nanos.length == 0 ? Double.NaN : cpuNanos / 1e6 / nanos.length;
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
