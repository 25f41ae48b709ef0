package dev.liveartifacts.connector.builtin.spreadsheet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large spreadsheets may be. */
@ConfigMapping(prefix = "live.spreadsheets")
public interface SpreadsheetConfig {
  /** The largest file, in bytes. */
  @WithDefault("26214400")
  int fileLimit();

  /** The most that a file may grow to when it is unpacked, in bytes. */
  @WithDefault("209715200")
  long unpackedLimit();

  /** The most cells in all sheets of a file. */
  @WithDefault("1000000")
  int cellLimit();

  /** The most columns of a sheet. */
  @WithDefault("500")
  int columnLimit();

  /** The cells of all files that one replica keeps in memory. */
  @WithDefault("2000000")
  long cellsInMemory();

  /** The most rows of one answer. */
  @WithDefault("10000")
  int rowLimit();
}
