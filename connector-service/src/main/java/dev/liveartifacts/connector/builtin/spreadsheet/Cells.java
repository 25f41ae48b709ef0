package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How cells compare with each other and with what a question says, and how they are written. */
final class Cells {
  /** Numbers, then dates, then truths, then texts; what is empty comes last in either direction. */
  static final Comparator<Object> ORDER =
      Comparator.comparingInt(Cells::rank).thenComparing(Cells::compareAlike);

  private Cells() {}

  /** What a question says, as a cell that compares with the given one; null if it cannot. */
  static @Nullable Object like(Object cell, JsonNode said) {
    return switch (cell) {
      case BigDecimal number -> number(said);
      case Boolean truth -> said.isBoolean() ? (Object) said.booleanValue() : truth(said.asText());
      case LocalDate date -> moment(said.asText());
      case LocalDateTime date -> moment(said.asText());
      default -> said.asText();
    };
  }

  static int compare(Object cell, Object other) {
    return compareAlike(comparable(cell), comparable(other));
  }

  static void write(JsonGenerator json, @Nullable Object cell) throws IOException {
    switch (cell) {
      case null -> json.writeNull();
      case BigDecimal number -> json.writeNumber(number.toPlainString());
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(cell.toString());
    }
  }

  private static Object comparable(Object cell) {
    return cell instanceof LocalDate day ? day.atStartOfDay() : cell;
  }

  private static int rank(Object cell) {
    return switch (cell) {
      case BigDecimal number -> 0;
      case LocalDate day -> 1;
      case LocalDateTime moment -> 1;
      case Boolean truth -> 2;
      default -> 3;
    };
  }

  private static int compareAlike(Object one, Object other) {
    return switch (one) {
      case BigDecimal number when other instanceof BigDecimal that -> number.compareTo(that);
      case Boolean truth when other instanceof Boolean that -> truth.compareTo(that);
      case LocalDateTime moment when other instanceof LocalDateTime that -> moment.compareTo(that);
      case LocalDate day -> compareAlike(day.atStartOfDay(), comparable(other));
      case LocalDateTime moment when other instanceof LocalDate ->
          compareAlike(moment, comparable(other));
      default -> one.toString().compareToIgnoreCase(other.toString());
    };
  }

  private static @Nullable BigDecimal number(JsonNode said) {
    try {
      return said.isNumber() ? said.decimalValue() : bounded(said.asText());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal bounded(String text) {
    return text.length() > 40 ? null : new BigDecimal(text.strip());
  }

  private static @Nullable Boolean truth(String said) {
    return said.equalsIgnoreCase("true") || said.equalsIgnoreCase("false")
        ? Boolean.valueOf(said.toLowerCase(java.util.Locale.ROOT))
        : null;
  }

  private static @Nullable LocalDateTime moment(String said) {
    try {
      return said.length() <= 10
          ? LocalDate.parse(said).atStartOfDay()
          : LocalDateTime.parse(said.replace(' ', 'T').replaceFirst("Z$", ""));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
