package dev.liveartifacts.connector.builtin.spreadsheet;

/** What is left of the bounds of one file while it is read. Not thread-safe. */
final class Room {
  /** Characters per cell on average that a file may have: the bound of its text. */
  private static final int AVERAGE_LENGTH = 64;

  private static final int LONGEST_CELL = 32_767;

  private final int columns;
  private final int cells;
  private long cellsLeft;
  private long textLeft;

  Room(int cells, int columns) {
    this.columns = columns;
    this.cells = cells;
    this.cellsLeft = cells;
    this.textLeft = (long) cells * AVERAGE_LENGTH;
  }

  void row(int width) {
    if (width > columns) {
      throw new BadSpreadsheet(
          "The sheet has " + width + " columns; at most " + columns + " are read.");
    }
    cellsLeft -= width;
    if (cellsLeft < 0) {
      throw new BadSpreadsheet(
          "The file has more than "
              + cells
              + " cells. Leave out rows or columns that no page needs.");
    }
  }

  void text(String text) {
    textLeft -= text.length();
    if (text.length() > LONGEST_CELL || textLeft < 0) {
      throw new BadSpreadsheet(
          "The file holds more text than is read. Leave out columns with long texts.");
    }
  }
}
