package dev.liveartifacts.connector.builtin.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a table of a grid: finds the header, names the columns, tells their types. */
final class Tables {
  private Tables() {}

  /** Of a grid whose cells have types already. */
  static Table typed(Grid grid) {
    List<@Nullable Object[]> rows = grid.trimmed();
    int header = Headers.row(rows);
    int width = rows.isEmpty() ? 0 : rows.getFirst().length;
    List<String> names = Headers.names(header < 0 ? null : rows.get(header), width);
    List<@Nullable Object[]> body = List.copyOf(rows.subList(header + 1, rows.size()));
    List<Column> columns = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      columns.add(new Column(names.get(i), type(body, i)));
    }
    return new Table(grid.name(), List.copyOf(columns), body);
  }

  /**
   * Of a grid of texts: a column whose texts are all numbers becomes one of numbers, and so on.
   *
   * @param commaFirst how to read what could be a decimal comma or a thousands separator
   */
  static Table read(Grid grid, boolean commaFirst) {
    List<@Nullable Object[]> rows = grid.trimmed();
    int header = Headers.row(rows);
    int width = rows.isEmpty() ? 0 : rows.getFirst().length;
    List<@Nullable Object[]> body = rows.subList(header + 1, rows.size());
    for (int i = 0; i < width; i++) {
      Texts.read(body, i, commaFirst);
    }
    return typed(new Grid(grid.name(), rows));
  }

  private static ColumnType type(List<@Nullable Object[]> rows, int column) {
    ColumnType type = ColumnType.EMPTY;
    for (@Nullable Object[] row : rows) {
      type = type.with(ColumnType.of(row[column]));
    }
    return type;
  }
}
