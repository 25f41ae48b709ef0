package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they are answered: objects by column name, as many as fit.
 *
 * @param total how many there are, before offset and limit
 * @param more true if there are rows behind these
 */
record Rows(
    String sheet, List<Column> columns, List<@Nullable Object[]> rows, int total, boolean more) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Under the limit for one call, with room for what surrounds the rows. */
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  byte[] json() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("sheet", sheet);
      writeColumns(json);
      int written = writeRows(json, out);
      json.writeNumberField("total", total);
      json.writeNumberField("returned", written);
      json.writeBooleanField("truncated", more || written < rows.size());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void writeColumns(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("columns");
    for (Column column : columns) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("type", column.type().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private int writeRows(JsonGenerator json, ByteArrayOutputStream out) throws IOException {
    json.writeArrayFieldStart("rows");
    int written = 0;
    while (written < rows.size() && out.size() < MOST_BYTES) {
      writeRow(json, rows.get(written));
      written++;
      json.flush();
    }
    json.writeEndArray();
    return written;
  }

  private void writeRow(JsonGenerator json, @Nullable Object[] row) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeFieldName(columns.get(i).name());
      Cells.write(json, row[i]);
    }
    json.writeEndObject();
  }

  @Override
  public String toString() {
    return "Rows[" + total + "]";
  }
}
