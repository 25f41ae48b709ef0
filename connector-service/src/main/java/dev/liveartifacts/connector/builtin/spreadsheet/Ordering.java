package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The order that a question asks rows to come in. What is empty comes last. */
final class Ordering {
  private static final int MOST = 10;

  private Ordering() {}

  /**
   * @param column finds a column's place by its name
   * @return null if no order is asked for
   */
  static @Nullable Comparator<@Nullable Object[]> of(JsonNode sort, ToIntFunction<String> column) {
    if (sort.isMissingNode() || sort.isNull() || sort.isEmpty()) {
      return null;
    }
    if (!sort.isArray() || sort.size() > MOST) {
      throw new BadSpreadsheet("The order is a list of at most 10 columns.");
    }
    Comparator<@Nullable Object[]> order = (one, other) -> 0;
    for (JsonNode part : sort) {
      String name = part.isTextual() ? part.textValue() : part.path("column").asText("");
      order = order.thenComparing(by(column.applyAsInt(name), part.path("descending").asBoolean()));
    }
    return order;
  }

  private static Comparator<@Nullable Object[]> by(int column, boolean descending) {
    Comparator<Object> cells = descending ? Cells.ORDER.reversed() : Cells.ORDER;
    Comparator<@Nullable Object> withEmpty = Comparator.nullsLast(cells);
    return (one, other) -> withEmpty.compare(one[column], other[column]);
  }
}
