package dev.liveartifacts.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What it was measured on.
 *
 * @param load how busy the machine was before, as a number of busy cores; negative if not known
 */
public record Machine(
    String processor, int cores, long memoryGb, String system, String java, double load) {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");

  public static Machine here() {
    return new Machine(
        field(CPU, "model name"),
        Runtime.getRuntime().availableProcessors(),
        kilobytes(field(MEMORY, "MemTotal")) >> 20,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static long kilobytes(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static String field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("not known");
    } catch (IOException e) {
      return "not known";
    }
  }
}
