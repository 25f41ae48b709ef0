package dev.liveartifacts.connector.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that a field's name is made of. */
final class Words {
  private Words() {}

  /** {@code customerIDs}, {@code customer_ids} and {@code Customer IDs} are the same words. */
  static List<String> of(String name) {
    String spaced =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
            .replaceAll("([A-Za-z])(\\d)", "$1 $2")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : spaced.split("[^\\p{L}\\p{Nd}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
