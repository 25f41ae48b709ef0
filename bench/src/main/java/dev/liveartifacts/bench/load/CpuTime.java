package dev.liveartifacts.bench.load;

import java.time.Duration;
import java.util.Optional;

/** What the processes that this one started have used of the machine's cores. */
final class CpuTime {
  private CpuTime() {}

  /** Of all of them together, in nanoseconds; to about ten milliseconds. */
  static long ofChildren() {
    return ProcessHandle.current()
        .descendants()
        .map(process -> process.info().totalCpuDuration())
        .flatMap(Optional::stream)
        .mapToLong(Duration::toNanos)
        .sum();
  }
}
