package dev.liveartifacts.connector.builtin.spreadsheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sheet as it stands in the file: rows of different widths, no header yet. */
record Grid(String name, List<@Nullable Object[]> rows) {
  /** The rows that hold something, from the first to the last of them, all equally wide. */
  List<@Nullable Object[]> trimmed() {
    int first = 0;
    int last = rows.size();
    while (first < last && isEmpty(rows.get(first))) {
      first++;
    }
    while (last > first && isEmpty(rows.get(last - 1))) {
      last--;
    }
    int width = rows.subList(first, last).stream().mapToInt(Grid::width).max().orElse(0);
    List<@Nullable Object[]> even = new ArrayList<>(last - first);
    rows.subList(first, last).forEach(row -> even.add(Arrays.copyOf(row, width)));
    return even;
  }

  static int width(@Nullable Object[] row) {
    int width = row.length;
    while (width > 0 && row[width - 1] == null) {
      width--;
    }
    return width;
  }

  static long filled(@Nullable Object[] row) {
    return Arrays.stream(row).filter(Objects::nonNull).count();
  }

  private static boolean isEmpty(@Nullable Object[] row) {
    return width(row) == 0;
  }

  @Override
  public String toString() {
    return "Grid[" + rows.size() + " rows]";
  }
}
