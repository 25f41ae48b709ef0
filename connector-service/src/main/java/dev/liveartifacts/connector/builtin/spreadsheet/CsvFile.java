package dev.liveartifacts.connector.builtin.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads CSV (RFC 4180, and the kinds of it that spreadsheets write). */
final class CsvFile {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int SAMPLE = 50;
  private static final int LONGEST_FIELD = 64 * 1024;

  /** What Excel writes and reads to name the separator. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("^sep=([,;|\\t])\\r?\\n");

  private CsvFile() {}

  static Table read(String name, byte[] file, Room room) {
    String text = CsvText.of(file);
    if (text.indexOf('\0') >= 0) {
      throw new BadSpreadsheet("The file is neither CSV nor XLSX. Save it as one of these.");
    }
    Matcher named = SEPARATOR_LINE.matcher(text);
    boolean says = named.find();
    String body = says ? text.substring(named.end()) : text;
    char separator = says ? named.group(1).charAt(0) : separator(body);
    return Tables.read(new Grid(name, rows(body, separator, room)), separator == ';');
  }

  private static List<@Nullable Object[]> rows(String text, char separator, Room room) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        rows.add(cells(record, room));
      }
      return rows;
    } catch (CsvParseException e) {
      throw new BadSpreadsheet(
          "The file cannot be read as CSV from row "
              + (rows.size() + 1)
              + " on: a quotation mark does not end, or a field is too long.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object[] cells(CsvRecord record, Room room) {
    @Nullable Object[] cells = new @Nullable Object[record.getFieldCount()];
    room.row(cells.length);
    for (int i = 0; i < cells.length; i++) {
      String text = record.getField(i).strip();
      room.text(text);
      cells[i] = text.isEmpty() ? null : text;
    }
    return cells;
  }

  /** The separator by which most rows get the same number of fields, and more than one. */
  private static char separator(String text) {
    char best = ',';
    int most = 0;
    for (char candidate : SEPARATORS) {
      int agreeing = agreeing(text, candidate);
      if (agreeing > most) {
        best = candidate;
        most = agreeing;
      }
    }
    return best;
  }

  private static int agreeing(String text, char separator) {
    Map<Integer, Integer> widths = new HashMap<>();
    try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(text)) {
      int seen = 0;
      for (CsvRecord record : records) {
        widths.merge(record.getFieldCount(), 1, Integer::sum);
        if (++seen == SAMPLE) {
          break;
        }
      }
    } catch (CsvParseException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    widths.remove(1);
    // Equally many rows: the separator that splits them further.
    return widths.entrySet().stream()
        .mapToInt(entry -> entry.getValue() * 1000 + Math.min(entry.getKey(), 999))
        .max()
        .orElse(0);
  }

  private static CsvReader.CsvReaderBuilder reader(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(LONGEST_FIELD);
  }
}
