package dev.liveartifacts.connector.builtin.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column holds, apart from empty cells. */
enum ColumnType {
  TEXT,
  NUMBER,
  DATE,
  DATETIME,
  BOOLEAN,
  /** Cells of several types. */
  MIXED,
  EMPTY;

  static ColumnType of(@Nullable Object cell) {
    return switch (cell) {
      case null -> EMPTY;
      case BigDecimal number -> NUMBER;
      case LocalDate date -> DATE;
      case LocalDateTime moment -> DATETIME;
      case Boolean truth -> BOOLEAN;
      default -> TEXT;
    };
  }

  ColumnType with(ColumnType other) {
    if (this == other || other == EMPTY) {
      return this;
    }
    return this == EMPTY ? other : MIXED;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
