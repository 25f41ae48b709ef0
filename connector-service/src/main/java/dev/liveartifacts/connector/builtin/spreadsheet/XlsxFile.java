package dev.liveartifacts.connector.builtin.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads the visible sheets of an XLSX file (ECMA-376), with the values that formulas had. */
final class XlsxFile {
  /** Errors become empty cells; formats tell dates from numbers. */
  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

  private static final ReadingOptions PLAIN = new ReadingOptions(false, true);

  /** What Excel itself calculates and shows with. */
  private static final MathContext PRECISION = new MathContext(15);

  /** What a double holds: more would be written with millions of digits. */
  private static final int LARGEST_EXPONENT = 310;

  private XlsxFile() {}

  static List<Table> read(byte[] file, Room room) {
    try (ReadableWorkbook workbook = open(file)) {
      List<Table> tables = new ArrayList<>();
      for (Sheet sheet : visible(workbook)) {
        tables.add(Tables.typed(new Grid(sheet.getName(), rows(sheet, room))));
      }
      return tables;
    } catch (IOException | ExcelReaderException | IndexOutOfBoundsException e) {
      throw damaged();
    }
  }

  /** A file without styles has no dates, and is read all the same. */
  private static ReadableWorkbook open(byte[] file) throws IOException {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(file), OPTIONS);
    } catch (ExcelReaderException e) {
      return new ReadableWorkbook(new ByteArrayInputStream(file), PLAIN);
    }
  }

  private static List<Sheet> visible(ReadableWorkbook workbook) {
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .toList();
  }

  private static List<@Nullable Object[]> rows(Sheet sheet, Room room) throws IOException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      stream.forEach(row -> rows.add(cells(row, room)));
    }
    return rows;
  }

  private static @Nullable Object[] cells(Row row, Room room) {
    @Nullable Object[] cells = new @Nullable Object[row.getCellCount()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = value(row.getOptionalCell(i));
    }
    room.row(Grid.width(cells));
    for (Object cell : cells) {
      if (cell instanceof String text) {
        room.text(text);
      }
    }
    return cells;
  }

  private static @Nullable Object value(Optional<Cell> cell) {
    return switch (cell.map(Cell::getValue).orElse(null)) {
      case BigDecimal number -> number(cell.orElseThrow(), number);
      case Boolean truth -> truth;
      case String text when !text.isBlank() && !isError(cell.orElseThrow()) -> text.strip();
      case null, default -> null;
    };
  }

  private static boolean isError(Cell cell) {
    String raw = cell.getRawValue();
    return raw != null && raw.matches("#[A-Z/0!?]{2,12}");
  }

  private static @Nullable Object number(Cell cell, BigDecimal number) {
    if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
      return null;
    }
    if (DateFormat.isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
      Object date = DateFormat.date(number);
      return date == null ? number : date;
    }
    return number.round(PRECISION).stripTrailingZeros();
  }

  static BadSpreadsheet damaged() {
    return new BadSpreadsheet("The file cannot be read as XLSX. Open it, and save it again.");
  }
}
