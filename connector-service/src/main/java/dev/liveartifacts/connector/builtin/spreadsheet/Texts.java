package dev.liveartifacts.connector.builtin.spreadsheet;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what the texts of a column mean: all of them one kind of thing, or texts. */
final class Texts {
  private Texts() {}

  /** True for a text that could be a name, being no number, date or truth. */
  static boolean isWord(String text) {
    return TextReading.all(false).stream().allMatch(reading -> reading.read(text) == null);
  }

  /**
   * Replaces the texts of a column, if one reading understands them all. Days and months that could
   * be each other stay texts.
   */
  static void read(List<@Nullable Object[]> rows, int column, boolean commaFirst) {
    Optional<TextReading> reading =
        TextReading.all(commaFirst).stream()
            .filter(candidate -> understands(candidate, rows, column))
            .findFirst();
    boolean ambiguous =
        reading.filter(TextReading.DAY_FIRST::equals).isPresent()
            && understands(TextReading.MONTH_FIRST, rows, column)
            && !commaFirst;
    if (reading.isPresent() && !ambiguous) {
      replace(reading.get(), rows, column);
    }
  }

  private static boolean understands(
      TextReading reading, List<@Nullable Object[]> rows, int column) {
    boolean some = false;
    for (@Nullable Object[] row : rows) {
      Object cell = row[column];
      if (cell != null && reading.read(cell.toString()) == null) {
        return false;
      }
      some |= cell != null;
    }
    return some;
  }

  private static void replace(TextReading reading, List<@Nullable Object[]> rows, int column) {
    for (@Nullable Object[] row : rows) {
      Object cell = row[column];
      row[column] = cell == null ? null : reading.read(cell.toString());
    }
  }
}
