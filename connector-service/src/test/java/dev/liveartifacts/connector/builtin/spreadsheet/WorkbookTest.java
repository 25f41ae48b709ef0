package dev.liveartifacts.connector.builtin.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
  private record Bounds(int cellLimit, long unpackedLimit) implements SpreadsheetConfig {
    @Override
    public int fileLimit() {
      return 1_000_000;
    }

    @Override
    public int columnLimit() {
      return 20;
    }

    @Override
    public long cellsInMemory() {
      return 1_000;
    }

    @Override
    public int rowLimit() {
      return 100;
    }
  }

  private static final Bounds BOUNDS = new Bounds(1_000, 1_000_000);

  private static Table csv(byte[] file) {
    return Workbook.read("file.csv", file, BOUNDS).sheet(null);
  }

  private static Table csv(String file) {
    return csv(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_separator_is_found_out(String separator) {
    Table table = csv("Name#Note\n\"a,b;c\"#x\nd#y\n".replace("#", separator));

    assertThat(names(table)).containsExactly("Name", "Note");
    assertThat(table.rows().getFirst()).containsExactly("a,b;c", "x");
  }

  @Test
  void a_line_that_names_the_separator_is_believed() {
    assertThat(names(csv("sep=;\r\nA;B,C\r\n1;2\r\n"))).containsExactly("A", "B,C");
  }

  @Test
  void the_encoding_is_found_out() {
    String text = "Größe;Straße\n1;Ä\n";

    for (String encoding : List.of("UTF-8", "windows-1252", "UTF-16")) {
      assertThat(names(csv(text.getBytes(Charset.forName(encoding)))))
          .as(encoding)
          .containsExactly("Größe", "Straße");
    }
    assertThat(names(csv("\ufeff" + text))).containsExactly("Größe", "Straße");
  }

  @Test
  void numbers_are_read_with_the_decimal_sign_that_fits_the_whole_column() {
    Table comma = csv("Amount;Count\n1.234,50;1\n99,00;2\n");
    Table point = csv("Amount,Count\n\"1,234.50\",1\n99.00,2\n");

    for (Table table : List.of(comma, point)) {
      assertThat(table.columns().getFirst().type()).isEqualTo(ColumnType.NUMBER);
      assertThat(table.rows().getFirst()[0]).isEqualTo(new BigDecimal("1234.50"));
    }
  }

  @Test
  void codes_stay_texts() {
    Table table = csv("Zip,Account,Mixed\n01234,12345678901234567890,1\n98765,2,x\n");

    assertThat(table.columns()).extracting(Column::type).containsOnly(ColumnType.TEXT);
    assertThat(table.rows().getFirst()).containsExactly("01234", "12345678901234567890", "1");
  }

  @Test
  void dates_are_read_where_they_can_only_mean_one_day() {
    Table table =
        csv(
            "Iso,Dotted,Day,Month,Either,At\n"
                + "2026-01-31,31.1.2026,31/01/2026,01/31/2026,01/02/2026,2026-01-31 10:00\n");

    assertThat(table.rows().getFirst())
        .containsExactly(
            LocalDate.of(2026, 1, 31),
            LocalDate.of(2026, 1, 31),
            LocalDate.of(2026, 1, 31),
            LocalDate.of(2026, 1, 31),
            "01/02/2026",
            LocalDateTime.of(2026, 1, 31, 10, 0));
  }

  @Test
  void every_column_gets_a_name_of_its_own() {
    assertThat(names(csv("Name,,name,Name (2),\na,b,c,d,e\n")))
        .containsExactly("Name", "Column 2", "name (2)", "Name (2) (2)", "Column 5");
  }

  @Test
  void a_file_without_a_header_keeps_its_first_row() {
    Table table = csv("1,2026-01-31\n2,2026-02-01\n");

    assertThat(names(table)).containsExactly("Column 1", "Column 2");
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void a_title_above_the_header_and_years_in_it_are_understood() {
    Table table = csv("Sales by region,,\n,,\nRegion,2025,2026\nNorth,1,2\n");

    assertThat(names(table)).containsExactly("Region", "2025", "2026");
    assertThat(table.rows()).hasSize(1);
  }

  @Test
  void rows_of_different_widths_are_filled_up() {
    Table table = csv("A,B\n1\n1,2,3\n");

    assertThat(names(table)).containsExactly("A", "B", "Column 3");
    assertThat(table.rows().getFirst()).containsExactly(new BigDecimal("1"), null, null);
  }

  @Test
  void what_is_larger_than_its_bounds_is_refused_with_a_sentence() {
    assertThatThrownBy(() -> csv("a,b\n".repeat(501)))
        .isInstanceOf(BadSpreadsheet.class)
        .hasMessageStartingWith("The file has more than 1000 cells.");
    assertThatThrownBy(() -> csv(",".repeat(20) + "x\n"))
        .hasMessage("The sheet has 21 columns; at most 20 are read.");
    assertThatThrownBy(() -> csv("A\n" + "x".repeat(40_000)))
        .hasMessageStartingWith("The file holds more text");
  }

  @Test
  void a_zip_bomb_is_refused_before_it_is_unpacked() {
    byte[] bomb = zip(Map.of("xl/sharedStrings.xml", "a".repeat(5_000_000)));

    assertThat(bomb.length).isLessThan(20_000);
    assertThatThrownBy(() -> Workbook.read("bomb.xlsx", bomb, new Bounds(1_000, 2L << 20)))
        .hasMessage("The file grows to more than 2 MiB when it is unpacked.");
  }

  @Test
  void an_archive_that_is_no_workbook_and_an_old_workbook_are_refused() {
    assertThatThrownBy(() -> Workbook.read("x.xlsx", zip(Map.of("a.txt", "x")), BOUNDS))
        .hasMessageStartingWith("The file cannot be read as XLSX.");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    assertThatThrownBy(() -> Workbook.read("x.xls", old, BOUNDS))
        .hasMessageContaining("Save it as .xlsx");
  }

  @Test
  void an_xlsx_has_its_visible_sheets_with_typed_cells_and_the_values_of_formulas() {
    Workbook book =
        Workbook.read(
            "deals.xlsx", deals("<c r=\"C2\"><f>B2*2</f><v>3.0000000000000004</v></c>"), BOUNDS);

    assertThat(book.sheets()).extracting(Table::name).containsExactly("Deals");
    Table sheet = book.sheet("deals");
    assertThat(names(sheet)).containsExactly("Name", "Amount", "Twice", "Closed", "Won");
    assertThat(sheet.rows().getFirst())
        .containsExactly(
            "Alpha", new BigDecimal("1.5"), new BigDecimal("3"), LocalDate.of(2026, 1, 31), true);
  }

  @Test
  void errors_and_numbers_beyond_all_bounds_are_empty_cells() {
    for (String cell :
        List.of("<c r=\"C2\" t=\"e\"><v>#DIV/0!</v></c>", "<c r=\"C2\"><v>1E999999999</v></c>")) {
      Table sheet = Workbook.read("x.xlsx", deals(cell), BOUNDS).sheet(null);
      assertThat(sheet.rows().getFirst()[2]).isNull();
    }
  }

  @Test
  void an_xlsx_that_names_other_files_reads_none_of_them() {
    byte[] hostile =
        zip(
            Map.of(
                "[Content_Types].xml",
                TYPES,
                "_rels/.rels",
                RELS,
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                    + WORKBOOK.replace("Deals", "&e;"),
                "xl/_rels/workbook.xml.rels",
                WORKBOOK_RELS,
                "xl/worksheets/sheet1.xml",
                sheet("")));

    assertThatThrownBy(() -> Workbook.read("x.xlsx", hostile, BOUNDS))
        .isInstanceOf(BadSpreadsheet.class);
  }

  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
  private static final String RELS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
  private static final String WORKBOOK =
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
          + "<sheets><sheet name=\"Deals\" sheetId=\"1\" r:id=\"rId1\"/>"
          + "<sheet name=\"Secret\" sheetId=\"2\" state=\"hidden\" r:id=\"rId1\"/></sheets></workbook>";
  private static final String WORKBOOK_RELS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
  private static final String STYLES =
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs>"
          + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

  private static String sheet(String third) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + "<row r=\"1\">"
        + inline("A1", "Name")
        + inline("B1", "Amount")
        + inline("C1", "Twice")
        + inline("D1", "Closed")
        + inline("E1", "Won")
        + "</row><row r=\"2\">"
        + inline("A2", "Alpha")
        + "<c r=\"B2\"><v>1.5</v></c>"
        + third
        + "<c r=\"D2\" s=\"1\"><v>46053</v></c><c r=\"E2\" t=\"b\"><v>1</v></c></row></sheetData></worksheet>";
  }

  private static String inline(String place, String text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static byte[] deals(String third) {
    return zip(
        Map.of(
            "[Content_Types].xml", TYPES,
            "_rels/.rels", RELS,
            "xl/workbook.xml", WORKBOOK,
            "xl/_rels/workbook.xml.rels", WORKBOOK_RELS,
            "xl/styles.xml", STYLES,
            "xl/worksheets/sheet1.xml", sheet(third)));
  }

  private static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
