package dev.liveartifacts.connector.builtin.spreadsheet;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A file that came in and was found to be a spreadsheet.
 *
 * @param address where it was fetched from; null if it was uploaded
 */
record SpreadsheetFile(
    String name,
    byte[] content,
    @Nullable URI address,
    @Nullable String entityTag,
    @Nullable String lastModified) {
  static SpreadsheetFile uploaded(String name, byte[] content) {
    return new SpreadsheetFile(name, content, null, null, null);
  }

  @Override
  public String toString() {
    return "SpreadsheetFile[" + content.length + " bytes]";
  }
}
