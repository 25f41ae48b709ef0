package dev.liveartifacts.artifact.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first table in a markdown text, as a list of objects whose values are texts. */
public final class MarkdownTable {
  private static final Pattern RULE = Pattern.compile("[|:\\- ]*-[|:\\- ]*");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final int MOST_COLUMNS = 200;

  private MarkdownTable() {}

  /** Its rows; empty if there is no table. */
  public static Optional<ArrayNode> rowsIn(String text) {
    return read(text).map(ArrayNode.class::cast);
  }

  static Optional<JsonNode> read(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    for (int at = 1; at < lines.size(); at++) {
      if (isRow(lines.get(at))
          && RULE.matcher(lines.get(at)).matches()
          && isRow(lines.get(at - 1))) {
        return Optional.of(rows(cells(lines.get(at - 1)), lines.subList(at + 1, lines.size())));
      }
    }
    return Optional.empty();
  }

  private static ArrayNode rows(List<String> columns, List<String> lines) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    lines.stream()
        .takeWhile(MarkdownTable::isRow)
        .forEach(line -> rows.add(row(columns, cells(line))));
    return rows;
  }

  private static ObjectNode row(List<String> columns, List<String> cells) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int at = 0; at < columns.size(); at++) {
      String cell = at < cells.size() ? cells.get(at) : "";
      row.put(columns.get(at), cell.isEmpty() ? null : cell);
    }
    return row;
  }

  private static boolean isRow(String line) {
    return line.indexOf('|') >= 0;
  }

  private static List<String> cells(String line) {
    String inside = line.startsWith("|") ? line.substring(1) : line;
    return Arrays.stream(BAR.split(inside))
        .limit(MOST_COLUMNS)
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }
}
