package dev.liveartifacts.connector.builtin.openapi;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for tools and their arguments: normalised and unique. Not thread-safe. */
final class ToolNames {
  private static final int LONGEST = 60;

  private final Set<String> taken = new HashSet<>();

  String tool(String wanted) {
    String plain =
        wanted
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    return free(plain.isEmpty() ? "operation" : bounded(plain));
  }

  String argument(String wanted) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_.-]+", "_");
    return free(plain.isEmpty() ? "value" : bounded(plain));
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static String bounded(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
