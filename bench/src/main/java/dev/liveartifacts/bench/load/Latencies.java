package dev.liveartifacts.bench.load;

import java.util.Arrays;

/** A growing list of durations in nanoseconds; for one thread. */
final class Latencies {
  private long[] nanos = new long[4096];
  private int size;

  void add(long duration) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    nanos[size++] = duration;
  }

  long[] toArray() {
    return Arrays.copyOf(nanos, size);
  }
}
