package dev.liveartifacts.e2e;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code access.txt}: a route and what becomes of each one who asks.
 *
 * @param path with parameters in braces, and perhaps a query
 * @param expected {@code in}, or the status of the refusal
 * @param body JSON; null for none
 */
record AccessLine(
    String service, String method, String path, Map<Who, String> expected, @Nullable String body) {
  private static final String SERVICE = "== ";
  private static final String BODY = ">";

  /** The route as an OpenAPI document names it. */
  String route() {
    return method + " " + path.replaceAll("[?@].*", "");
  }

  String name() {
    return method + " " + path;
  }

  /** The path with its query, without what tells two lines of one route apart. */
  String address() {
    return path.replaceAll("@\\w+", "");
  }

  static List<AccessLine> read(String table) {
    List<AccessLine> lines = new ArrayList<>();
    String service = "";
    for (String text : table.lines().map(String::strip).toList()) {
      if (text.startsWith(SERVICE)) {
        service = text.substring(SERVICE.length());
      } else if (text.startsWith(BODY)) {
        lines.add(lines.removeLast().saying(text.substring(BODY.length()).strip()));
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        lines.add(of(service, text.split("\\s+")));
      }
    }
    return lines;
  }

  private static AccessLine of(String service, String[] words) {
    if (words.length != 2 + Who.values().length) {
      throw new IllegalArgumentException("Not a line of the table: " + String.join(" ", words));
    }
    Map<Who, String> expected = new EnumMap<>(Who.class);
    for (Who who : Who.values()) {
      expected.put(who, words[2 + who.ordinal()]);
    }
    return new AccessLine(service, words[0], words[1], expected, null);
  }

  private AccessLine saying(String text) {
    return new AccessLine(service, method, path, expected, text);
  }

  /** The same line with what really became of them. */
  String with(Map<Who, String> outcomes) {
    StringBuilder line = new StringBuilder("%-7s%-66s".formatted(method, path));
    for (Who who : Who.values()) {
      line.append(" %-4s".formatted(outcomes.getOrDefault(who, "-").toLowerCase(Locale.ROOT)));
    }
    return line.toString().stripTrailing();
  }
}
