package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups rows of a sheet and measures each group. */
final class Aggregation {
  private static final int MOST_GROUPS = 100_000;
  private static final int MOST_MEASURES = 30;

  private final Table table;
  private final List<Integer> groupedBy = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();

  private Aggregation(Table table, JsonNode question) {
    this.table = table;
    question.path("groupBy").forEach(name -> groupedBy.add(table.column(name.asText())));
    question.path("measures").forEach(measure -> measures.add(Measure.of(measure, table)));
    if (measures.isEmpty() || measures.size() > MOST_MEASURES) {
      throw new BadSpreadsheet(
          "Name 1 to 30 measures, for example [{\"function\": \"sum\", \"column\": \"Amount\"}].");
    }
  }

  static Rows ask(Table table, JsonNode question, int mostRows) {
    Aggregation aggregation = new Aggregation(table, question);
    int limit = RowQuery.limit(question, mostRows);
    List<@Nullable Object[]> rows = aggregation.rows(question.path("filter"));
    List<Column> columns = aggregation.columns(rows);
    Table groups = new Table(table.name(), columns, rows);
    Comparator<@Nullable Object[]> order = Ordering.of(question.path("sort"), groups::column);
    if (order != null) {
      rows.sort(order);
    }
    int to = Math.min(limit, rows.size());
    return new Rows(table.name(), columns, rows.subList(0, to), rows.size(), to < rows.size());
  }

  private List<@Nullable Object[]> rows(JsonNode filter) {
    Map<List<@Nullable Object>, Measure.Tally[]> groups = new LinkedHashMap<>();
    if (groupedBy.isEmpty()) {
      groups.put(new ArrayList<>(), begun());
    }
    for (@Nullable Object[] row : RowQuery.matching(table, filter)) {
      Measure.Tally[] tallies = groups.computeIfAbsent(key(row), key -> begun());
      for (int i = 0; i < tallies.length; i++) {
        tallies[i].add(row);
      }
      if (groups.size() > MOST_GROUPS) {
        throw new BadSpreadsheet("There are more than 100000 groups. Group by fewer columns.");
      }
    }
    List<@Nullable Object[]> rows = new ArrayList<>(groups.size());
    for (Map.Entry<List<@Nullable Object>, Measure.Tally[]> group : groups.entrySet()) {
      rows.add(row(group.getKey(), group.getValue()));
    }
    return rows;
  }

  private Measure.Tally[] begun() {
    return measures.stream().map(Measure.Tally::new).toArray(Measure.Tally[]::new);
  }

  private List<@Nullable Object> key(@Nullable Object[] row) {
    List<@Nullable Object> key = new ArrayList<>(groupedBy.size());
    groupedBy.forEach(column -> key.add(plain(row[column])));
    return key;
  }

  /** 1.0 and 1.00 are one group. */
  private static @Nullable Object plain(@Nullable Object cell) {
    return cell instanceof BigDecimal number ? number.stripTrailingZeros() : cell;
  }

  private static @Nullable Object[] row(List<@Nullable Object> key, Measure.Tally[] tallies) {
    List<@Nullable Object> cells = new ArrayList<>(key);
    Arrays.stream(tallies).forEach(tally -> cells.add(tally.result()));
    return cells.toArray();
  }

  private List<Column> columns(List<@Nullable Object[]> rows) {
    List<String> names = new ArrayList<>();
    groupedBy.forEach(column -> names.add(table.columns().get(column).name()));
    measures.forEach(measure -> names.add(measure.name()));
    List<String> unique = Headers.names(names.toArray(), names.size());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < unique.size(); i++) {
      ColumnType type = ColumnType.EMPTY;
      for (@Nullable Object[] row : rows) {
        type = type.with(ColumnType.of(row[i]));
      }
      columns.add(new Column(unique.get(i), type));
    }
    return columns;
  }
}
