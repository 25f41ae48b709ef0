package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of a sheet: those that a filter lets through, in order, from an offset to a limit. */
final class RowQuery {
  private static final int DEFAULT_LIMIT = 1_000;

  private RowQuery() {}

  static Rows ask(Table table, JsonNode question, int mostRows) {
    int limit = limit(question, mostRows);
    int offset = Math.max(0, question.path("offset").asInt(0));
    List<@Nullable Object[]> matching = matching(table, question.path("filter"));
    Comparator<@Nullable Object[]> order = Ordering.of(question.path("sort"), table::column);
    if (order != null) {
      matching.sort(order);
    }
    int from = Math.min(offset, matching.size());
    int to = (int) Math.min((long) from + limit, matching.size());
    return projected(
        table, columns(table, question.path("columns")), matching.subList(from, to), matching, to);
  }

  static List<@Nullable Object[]> matching(Table table, JsonNode filter) {
    List<Condition> conditions = Condition.of(filter, table);
    List<@Nullable Object[]> matching = new ArrayList<>();
    for (@Nullable Object[] row : table.rows()) {
      if (conditions.stream().allMatch(condition -> condition.holds(row))) {
        matching.add(row);
      }
    }
    return matching;
  }

  static int limit(JsonNode question, int mostRows) {
    int asked = question.path("limit").asInt(DEFAULT_LIMIT);
    if (asked < 1 || asked > mostRows) {
      throw new BadSpreadsheet("The limit is a number from 1 to " + mostRows + ".");
    }
    return asked;
  }

  private static List<Integer> columns(Table table, JsonNode wanted) {
    List<Integer> places = new ArrayList<>();
    if (wanted.isArray() && !wanted.isEmpty()) {
      wanted.forEach(name -> places.add(table.column(name.asText())));
      return places.stream().distinct().toList();
    }
    for (int i = 0; i < table.columns().size(); i++) {
      places.add(i);
    }
    return places;
  }

  private static Rows projected(
      Table table,
      List<Integer> columns,
      List<@Nullable Object[]> page,
      List<@Nullable Object[]> matching,
      int to) {
    List<@Nullable Object[]> rows = new ArrayList<>(page.size());
    for (@Nullable Object[] row : page) {
      @Nullable Object[] part = new @Nullable Object[columns.size()];
      for (int i = 0; i < part.length; i++) {
        part[i] = row[columns.get(i)];
      }
      rows.add(part);
    }
    List<Column> shown = columns.stream().map(table.columns()::get).toList();
    return new Rows(table.name(), shown, rows, matching.size(), to < matching.size());
  }
}
