package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of a group of rows.
 *
 * @param column -1 to count rows
 */
record Measure(Function function, int column, String name) {
  enum Function {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX;

    static List<String> words() {
      return List.of("count", "sum", "avg", "min", "max");
    }

    static Function of(String word) {
      if (!words().contains(word)) {
        throw new BadSpreadsheet(
            "There is no function \"%s\". Use one of: %s."
                .formatted(Words.shortened(word), String.join(", ", words())));
      }
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  static Measure of(JsonNode measure, Table table) {
    Function function = Function.of(measure.path("function").asText(""));
    String name = measure.path("column").asText("");
    if (name.isEmpty() && function != Function.COUNT) {
      throw new BadSpreadsheet("Name the column that is measured.");
    }
    int column = name.isEmpty() ? -1 : table.column(name);
    String named =
        name.isEmpty() ? "count" : function.name().toLowerCase(Locale.ROOT) + " of " + name;
    return new Measure(function, column, measure.path("as").asText(named));
  }

  /** A measure of one group while its rows go by. Cells without a number do not count. */
  static final class Tally {
    private final Measure measure;
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable Object least;
    private @Nullable Object most;

    Tally(Measure measure) {
      this.measure = measure;
    }

    void add(@Nullable Object[] row) {
      if (measure.column() < 0) {
        count++;
        return;
      }
      Object cell = row[measure.column()];
      if (cell == null) {
        return;
      }
      switch (measure.function()) {
        case COUNT -> count++;
        case SUM, AVG -> addNumber(cell);
        case MIN -> least = least == null || Cells.ORDER.compare(cell, least) < 0 ? cell : least;
        case MAX -> most = most == null || Cells.ORDER.compare(cell, most) > 0 ? cell : most;
      }
    }

    private void addNumber(Object cell) {
      if (cell instanceof BigDecimal number) {
        count++;
        sum = sum.add(number);
      }
    }

    @Nullable Object result() {
      return switch (measure.function()) {
        case COUNT -> BigDecimal.valueOf(count);
        case SUM -> sum;
        case AVG -> count == 0 ? null : average();
        case MIN -> least;
        case MAX -> most;
      };
    }

    private BigDecimal average() {
      BigDecimal average = sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
      return average.signum() == 0 ? BigDecimal.ZERO : average.stripTrailingZeros();
    }
  }
}
