package dev.liveartifacts.connector.shape;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The first table in a markdown text, read as a list of objects whose values are texts. */
final class MarkdownTable {
  private static final int MOST_COLUMNS = 200;

  private MarkdownTable() {}

  static Optional<Branch> read(String text) {
    if (text.indexOf('|') < 0) {
      return Optional.empty();
    }
    Iterator<String> lines = text.lines().iterator();
    String before = "";
    while (lines.hasNext()) {
      String line = lines.next().strip();
      if (isRule(line) && before.indexOf('|') >= 0) {
        return Optional.of(rows(cells(before), lines));
      }
      before = line;
    }
    return Optional.empty();
  }

  private static boolean isRule(String line) {
    return line.indexOf('-') >= 0
        && line.indexOf('|') >= 0
        && line.chars().allMatch(c -> c == '|' || c == '-' || c == ':' || c == ' ');
  }

  private static Branch rows(List<String> columns, Iterator<String> lines) {
    Branch root = new Branch(new Branch.Budget(columns.size() + 1));
    root.met(Kind.ARRAY);
    Branch row = root.element();
    while (row != null && lines.hasNext()) {
      String line = lines.next().strip();
      if (line.indexOf('|') < 0) {
        break;
      }
      read(row, columns, cells(line));
    }
    return root;
  }

  private static void read(Branch row, List<String> columns, List<String> cells) {
    row.met(Kind.OBJECT);
    for (int i = 0; i < columns.size(); i++) {
      Branch field = row.field(columns.get(i));
      String cell = i < cells.size() ? cells.get(i) : "";
      if (field == null) {
        return;
      }
      if (cell.isEmpty()) {
        field.metNull();
      } else {
        field.met(Kind.STRING);
        field.values().text(cell);
      }
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = line.startsWith("|") ? 1 : 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '|') {
        cell.append('|');
        i++;
      } else if (c == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (!cell.toString().isBlank()) {
      cells.add(cell.toString().strip());
    }
    return cells.size() <= MOST_COLUMNS ? cells : cells.subList(0, MOST_COLUMNS);
  }
}
