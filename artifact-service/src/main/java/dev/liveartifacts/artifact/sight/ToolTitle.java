package dev.liveartifacts.artifact.sight;

import java.util.Locale;

/** A tool's name as a person reads it. */
final class ToolTitle {
  private ToolTitle() {}

  /** {@code list_open_deals} and {@code listOpenDeals} are "List open deals". */
  static String of(String name) {
    String words =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .replaceAll("[_\\-.]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
