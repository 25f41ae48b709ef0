package dev.liveartifacts.connector.builtin.spreadsheet;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as rows under named columns. Cells are text, {@link java.math.BigDecimal}, {@link
 * Boolean}, {@link java.time.LocalDate}, {@link java.time.LocalDateTime} or null.
 *
 * @param rows each as wide as there are columns; never changed
 */
record Table(String name, List<Column> columns, List<@Nullable Object[]> rows) {
  /** Where a column is. Its name may be written in other cases than the sheet's. */
  int column(String wanted) {
    int found = -1;
    for (int i = 0; i < columns.size(); i++) {
      String known = columns.get(i).name();
      if (known.equals(wanted)) {
        return i;
      }
      found = found < 0 && folded(known).equals(folded(wanted)) ? i : found;
    }
    if (found < 0) {
      throw new BadSpreadsheet(
          "There is no column \"%s\". The columns are: %s."
              .formatted(
                  Words.shortened(wanted), Words.listed(columns.stream().map(Column::name))));
    }
    return found;
  }

  long cells() {
    return (long) rows.size() * Math.max(1, columns.size());
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Table[" + columns.size() + " columns, " + rows.size() + " rows]";
  }
}
