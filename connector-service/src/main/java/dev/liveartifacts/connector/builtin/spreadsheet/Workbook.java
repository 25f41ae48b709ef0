package dev.liveartifacts.connector.builtin.spreadsheet;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A spreadsheet file that has been read. */
record Workbook(List<Table> sheets) {
  /**
   * Reads a file by what it holds, whatever its name says.
   *
   * @throws BadSpreadsheet if it is no spreadsheet or larger than the bounds
   */
  static Workbook read(String name, byte[] file, SpreadsheetConfig bounds) {
    Room room = new Room(bounds.cellLimit(), bounds.columnLimit());
    if (startsWith(file, 'P', 'K', 3, 4)) {
      ZipBounds.check(file, bounds.unpackedLimit());
      return new Workbook(XlsxFile.read(file, room)).requireSome();
    }
    if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new BadSpreadsheet(
          "The file is an old Excel file (.xls) or has a password. Save it as .xlsx without one.");
    }
    return new Workbook(List.of(CsvFile.read(sheetName(name), file, room))).requireSome();
  }

  /** The sheet of that name; the first one for no name. */
  Table sheet(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return sheets.getFirst();
    }
    Optional<Table> found =
        sheets.stream().filter(sheet -> sheet.name().equalsIgnoreCase(name.strip())).findFirst();
    return found.orElseThrow(() ->
        new BadSpreadsheet(
            "There is no sheet \"%s\". The sheets are: %s."
                .formatted(Words.shortened(name), Words.listed(sheets.stream().map(Table::name)))));
  }

  long cells() {
    return sheets.stream().mapToLong(Table::cells).sum();
  }

  private Workbook requireSome() {
    if (sheets.stream().allMatch(sheet -> sheet.columns().isEmpty())) {
      throw new BadSpreadsheet("The file holds no cells.");
    }
    return this;
  }

  private static String sheetName(String fileName) {
    String plain = fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
    return plain.isEmpty() ? "Sheet1" : Words.shortened(plain);
  }

  private static boolean startsWith(byte[] file, int... magic) {
    if (file.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((file[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Workbook[" + sheets.size() + " sheets]";
  }
}
