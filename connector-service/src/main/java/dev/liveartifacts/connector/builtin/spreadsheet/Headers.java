package dev.liveartifacts.connector.builtin.spreadsheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a sheet's header is, and what its columns are called. */
final class Headers {
  /** Titles and notes may stand above a header, but not more than this many rows. */
  private static final int LOOKED_AT = 10;

  private static final int LONGEST_NAME = 200;

  private Headers() {}

  /**
   * The header's place; -1 if there is none: a row of texts alone, under which the sheet is as wide
   * as the header or narrower.
   */
  static int row(List<@Nullable Object[]> rows) {
    int width = rows.isEmpty() ? 0 : rows.getFirst().length;
    for (int i = 0; i < Math.min(LOOKED_AT, rows.size()); i++) {
      if (Grid.filled(rows.get(i)) * 2 > width) {
        return isHeader(rows.get(i)) ? i : -1;
      }
    }
    return -1;
  }

  /** Words, or words and several years ("Region, 2024, 2025"). */
  private static boolean isHeader(@Nullable Object[] row) {
    int words = 0;
    Set<String> years = new HashSet<>();
    for (Object cell : row) {
      if (cell instanceof String text && Texts.isWord(text)) {
        words++;
      } else if (cell != null && !(isYear(cell.toString()) && years.add(cell.toString()))) {
        return false;
      }
    }
    return words > 0 && years.size() != 1;
  }

  private static boolean isYear(String text) {
    return text.matches("(?:19|20|21)\\d\\d");
  }

  /** Unique names: a repeated one gets a number, a missing one its place. */
  static List<String> names(@Nullable Object @Nullable [] header, int width) {
    List<String> names = new ArrayList<>(width);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < width; i++) {
      Object given = header == null ? null : header[i];
      String name = given == null ? "" : plain(given.toString());
      names.add(free(name.isEmpty() ? "Column " + (i + 1) : name, taken));
    }
    return names;
  }

  private static String plain(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ").strip();
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }
}
