package dev.liveartifacts.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the processes that this one started hold of the machine's memory; zero where not known. */
public final class Memory {
  private Memory() {}

  /**
   * The resident set of each, in MB.
   *
   * @param names a word of each one's command line
   */
  public static Map<String, Long> of(List<String> names) {
    return names.stream().collect(Collectors.toMap(Function.identity(), Memory::megabytes));
  }

  private static long megabytes(String name) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> commandLine(process.pid()).contains(name))
        .mapToLong(process -> kilobytes(process.pid()) >> 10)
        .max()
        .orElse(0);
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    } catch (IOException e) {
      return "";
    }
  }

  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
