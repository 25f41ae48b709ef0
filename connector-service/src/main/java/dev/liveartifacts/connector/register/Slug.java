package dev.liveartifacts.connector.register;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** A name in a form that fits tool prefixes and addresses: lower-case letters, digits, hyphens. */
final class Slug {
  private static final int LENGTH = 40;

  private Slug() {}

  static String of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String bounded = plain.substring(0, Math.min(plain.length(), LENGTH)).replaceAll("-$", "");
    return bounded.isEmpty() ? "connector" : bounded;
  }

  /** The slug, with a number behind it where it is taken. */
  static String free(String slug, Collection<String> taken) {
    String free = slug;
    for (int i = 2; taken.contains(free); i++) {
      free = slug + "-" + i;
    }
    return free;
  }
}
