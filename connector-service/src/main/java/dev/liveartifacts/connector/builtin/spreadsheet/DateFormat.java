package dev.liveartifacts.connector.builtin.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as spreadsheets keep them: days since the end of 1899, told from numbers by their format.
 */
final class DateFormat {
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

  /** The last day that a spreadsheet knows, 9999-12-31. */
  private static final int LAST = 2_958_465;

  private DateFormat() {}

  /**
   * @param id of a built-in format, if it is one (ECMA-376, 18.8.30)
   */
  static boolean isDate(@Nullable Integer id, @Nullable String format) {
    if (id != null && (id >= 14 && id <= 22 || id >= 45 && id <= 47)) {
      return true;
    }
    if (format == null) {
      return false;
    }
    String letters =
        format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|general|;.*", "");
    return letters.matches(".*[yd].*") || letters.contains("h:m") || letters.contains("mm:ss");
  }

  /** A day, or a moment if it has a time; null for what no calendar holds. */
  static @Nullable Object date(BigDecimal serial) {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST + 1L)) >= 0) {
      return null;
    }
    long seconds = serial.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    LocalDate day = DAY_ZERO.plusDays(seconds / 86_400);
    LocalTime time = LocalTime.ofSecondOfDay(seconds % 86_400);
    return time.equals(LocalTime.MIDNIGHT) ? day : LocalDateTime.of(day, time);
  }
}
