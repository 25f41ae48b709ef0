package dev.liveartifacts.bench.load;

import java.time.Duration;
import java.util.Optional;

/** What the processes that this one started have used of the machine's cores. */
public final class CpuTime {
  private CpuTime() {}

  /** Of all of them together, in nanoseconds; to about ten milliseconds. */
  public static long ofChildren() {
    return ProcessHandle.current()
        .descendants()
        .map(process -> process.info().totalCpuDuration())
        .flatMap(Optional::stream)
        .mapToLong(Duration::toNanos)
        .sum();
  }

  /** The same, with this process. */
  public static long ofAll() {
    return ofChildren()
        + ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
