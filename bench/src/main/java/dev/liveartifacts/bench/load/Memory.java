package dev.liveartifacts.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds: its live heap, and what of the machine's memory is its own. Zero where
 * not known.
 *
 * @param heapMb in use after a full collection
 * @param residentMb the resident set
 */
public record Memory(long heapMb, long residentMb) {
  private static final Pattern USED =
      Pattern.compile("(?:DefNew|Tenured|generation|heap).*? used (\\d+)K");

  /**
   * Of those among the processes that this one started, each named by a word of its command line.
   */
  public static Map<String, Memory> of(List<String> names) {
    Map<String, Memory> held = new TreeMap<>();
    for (String name : names) {
      ProcessHandle.current()
          .descendants()
          .filter(process -> commandLine(process.pid()).contains(name))
          .findFirst()
          .ifPresent(process -> held.put(name, of(process.pid())));
    }
    return held;
  }

  @Override
  public String toString() {
    return heapMb + " MB heap, " + residentMb + " MB resident";
  }

  private static Memory of(long pid) {
    diagnose(pid, "GC.run");
    Matcher generation = USED.matcher(diagnose(pid, "GC.heap_info"));
    long kilobytes = 0;
    while (generation.find()) {
      kilobytes += Long.parseLong(generation.group(1));
    }
    return new Memory(kilobytes >> 10, resident(pid) >> 10);
  }

  private static String diagnose(long pid, String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      try (InputStream out = process.getInputStream()) {
        return new String(out.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return "";
    }
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    } catch (IOException e) {
      return "";
    }
  }

  private static long resident(long pid) {
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
