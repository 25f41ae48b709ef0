package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What has to hold for a row: one column against one or several values. */
record Condition(int column, Operator operator, List<JsonNode> values) {
  private static final int MOST_CONDITIONS = 50;
  private static final int MOST_VALUES = 1_000;

  enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    CONTAINS("contains"),
    STARTS_WITH("starts_with"),
    IN("in"),
    EMPTY("empty"),
    NOT_EMPTY("not_empty");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    static List<String> words() {
      return List.of(values()).stream().map(operator -> operator.word).toList();
    }

    static Operator of(String word) {
      for (Operator operator : values()) {
        if (operator.word.equals(word)) {
          return operator;
        }
      }
      throw new BadSpreadsheet(
          "There is no condition \"%s\". Use one of: %s."
              .formatted(Words.shortened(word), String.join(" ", words())));
    }
  }

  static List<Condition> of(JsonNode filter, Table table) {
    if (filter.isMissingNode() || filter.isNull()) {
      return List.of();
    }
    if (!filter.isArray() || filter.size() > MOST_CONDITIONS) {
      throw new BadSpreadsheet("The filter is a list of at most 50 conditions.");
    }
    List<Condition> conditions = new ArrayList<>();
    filter.forEach(condition -> conditions.add(one(condition, table)));
    return conditions;
  }

  private static Condition one(JsonNode condition, Table table) {
    List<JsonNode> values = new ArrayList<>();
    JsonNode value = condition.path("value");
    if (value.isArray()) {
      value.forEach(values::add);
    } else {
      values.add(value);
    }
    if (values.size() > MOST_VALUES) {
      throw new BadSpreadsheet("A condition names at most 1000 values.");
    }
    return new Condition(
        table.column(condition.path("column").asText("")),
        Operator.of(condition.path("op").asText("=")),
        values);
  }

  boolean holds(@Nullable Object[] row) {
    Object cell = row[column];
    return switch (operator) {
      case EMPTY -> cell == null;
      case NOT_EMPTY -> cell != null;
      case NOT_EQUAL -> !some(cell, order -> order == 0);
      case EQUAL, IN -> some(cell, order -> order == 0);
      case LESS -> some(cell, order -> order < 0);
      case AT_MOST -> some(cell, order -> order <= 0);
      case MORE -> some(cell, order -> order > 0);
      case AT_LEAST -> some(cell, order -> order >= 0);
      case CONTAINS -> cell != null && folded(cell).contains(folded(values.getFirst().asText()));
      case STARTS_WITH ->
          cell != null && folded(cell).startsWith(folded(values.getFirst().asText()));
    };
  }

  private boolean some(@Nullable Object cell, IntPredicate order) {
    if (cell == null) {
      return false;
    }
    for (JsonNode value : values) {
      Object said = Cells.like(cell, value);
      if (said != null && order.test(Cells.compare(cell, said))) {
        return true;
      }
    }
    return false;
  }

  private static String folded(Object text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
