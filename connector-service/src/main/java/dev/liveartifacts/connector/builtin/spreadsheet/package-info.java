/**
 * {@code HTTP → SpreadsheetResource → SpreadsheetStore} when a file comes in, and {@code
 * BuiltInServers → SpreadsheetTools → Workbooks → CsvFile, XlsxFile → Table → RowQuery,
 * Aggregation} when a page asks.
 */
@NullMarked
package dev.liveartifacts.connector.builtin.spreadsheet;

import org.jspecify.annotations.NullMarked;
