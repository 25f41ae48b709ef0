package dev.liveartifacts.artifact.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code User-Agent} in few words, which are ours: what it says beyond them is not kept. */
final class Agent {
  private static final List<Map.Entry<String, String>> PROGRAMS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Safari/", "Safari"),
          Map.entry("curl/", "curl"),
          Map.entry("python", "Python"),
          Map.entry("Java", "Java"),
          Map.entry("node", "Node.js"),
          Map.entry("Go-http", "Go"),
          Map.entry("claude", "Claude"));
  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS", "Mac"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  private Agent() {}

  static @Nullable String words(@Nullable String userAgent) {
    if (userAgent == null) {
      return null;
    }
    String program = first(PROGRAMS, userAgent).orElse("Another program");
    return first(SYSTEMS, userAgent).map(system -> program + " on " + system).orElse(program);
  }

  private static Optional<String> first(List<Map.Entry<String, String>> known, String userAgent) {
    return known.stream()
        .filter(mark -> userAgent.contains(mark.getKey()))
        .findFirst()
        .map(Map.Entry::getValue);
  }
}
