package dev.liveartifacts.connector.builtin.spreadsheet;

import static dev.liveartifacts.connector.builtin.Schema.integer;
import static dev.liveartifacts.connector.builtin.Schema.listOf;
import static dev.liveartifacts.connector.builtin.Schema.ofObject;
import static dev.liveartifacts.connector.builtin.Schema.typed;
import static dev.liveartifacts.connector.builtin.Schema.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.builtin.OfferedTool;
import dev.liveartifacts.connector.builtin.Schema;
import dev.liveartifacts.connector.json.ExactJson;
import java.util.List;

/** The tools of a spreadsheet, as they are offered. */
final class SpreadsheetSchemas {
  static final String LIST_SHEETS = "list_sheets";
  static final String READ_ROWS = "read_rows";
  static final String AGGREGATE = "aggregate";

  private SpreadsheetSchemas() {}

  /**
   * @param mostRows the highest limit
   * @param openWorld true if the file is fetched from an address
   */
  static List<OfferedTool> tools(int mostRows, boolean openWorld) {
    return List.of(
        new OfferedTool(
            LIST_SHEETS,
            "List sheets",
            "The file's sheets with their columns, the columns' types and the number of rows.",
            Schema.ofArguments().requiring(),
            true,
            openWorld),
        new OfferedTool(
            READ_ROWS,
            "Read rows",
            "Rows of a sheet as objects by column name: filtered, sorted and limited.",
            readRows(mostRows),
            true,
            openWorld),
        new OfferedTool(
            AGGREGATE,
            "Aggregate",
            "Groups rows of a sheet and counts, sums, averages or finds the least or largest of each group.",
            aggregate(mostRows),
            true,
            openWorld));
  }

  private static ObjectNode readRows(int mostRows) {
    return Schema.ofArguments()
        .with("sheet", typed("string"), "The sheet's name; the first one without it")
        .with("columns", listOf(typed("string")), "The columns to read; all without it")
        .with("filter", filter(), "All of these have to hold")
        .with("sort", sort(), "The order, by the first column first")
        .with("limit", integer(1, mostRows), "The most rows; 1000 without it")
        .with("offset", integer(0, Integer.MAX_VALUE), "How many rows to leave out first")
        .requiring();
  }

  private static ObjectNode aggregate(int mostRows) {
    ObjectNode measure =
        ofObject()
            .with("function", words(Measure.Function.words()), "What to find of each group")
            .with("column", typed("string"), "Of which column; without it, rows are counted")
            .with("as", typed("string"), "What to call it")
            .requiring("function");
    return Schema.ofArguments()
        .with("sheet", typed("string"), "The sheet's name; the first one without it")
        .with("filter", filter(), "Which rows count; all of these have to hold")
        .with("groupBy", listOf(typed("string")), "Columns whose values make the groups")
        .with("measures", listOf(measure), "What to find of each group")
        .with("sort", sort(), "The order of the groups, by columns of the answer")
        .with("limit", integer(1, mostRows), "The most groups; 1000 without it")
        .requiring("measures");
  }

  private static ObjectNode filter() {
    ObjectNode condition =
        ofObject()
            .with("column", typed("string"), "The column's name")
            .with("op", words(Condition.Operator.words()), "How to compare; = without it")
            .with(
                "value",
                ExactJson.emptyObject(),
                "A text, number or true/false; dates as 2026-01-31; for \"in\" a list")
            .requiring("column");
    return listOf(condition);
  }

  private static ObjectNode sort() {
    ObjectNode part =
        ofObject()
            .with("column", typed("string"), "The column's name")
            .with("descending", typed("boolean"), "Largest first")
            .requiring("column");
    return listOf(part);
  }
}
