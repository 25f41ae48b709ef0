package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values in a row, by name; {@code customer.name} is a field inside a field. */
final class Field {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
  private static final Pattern CURRENCY = Pattern.compile("^[$€£¥]\\s*|\\s*[$€£¥%]$");
  private static final int LONGEST = 60;

  /** 2026-11-21, perhaps with a time, perhaps with an offset. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .toFormatter(Locale.ROOT);

  /** Numbers from here to there are seconds, the years 1990 to 2099; larger ones milliseconds. */
  private static final long EARLIEST_SECOND = 631_152_000L;

  private static final long LATEST_SECOND = 4_102_444_799L;

  /** Adding 1 to 1e9999999 would take all the memory there is. */
  private static final int LARGEST_EXPONENT = 60;

  private Field() {}

  static JsonNode of(ObjectNode row, String name) {
    JsonNode direct = row.path(name);
    int dot = name.indexOf('.');
    if (!direct.isMissingNode() || dot < 0) {
      return direct;
    }
    return row.path(name.substring(0, dot)) instanceof ObjectNode inner
        ? of(inner, name.substring(dot + 1))
        : MissingNode.getInstance();
  }

  /** Empty for nothing at all. */
  static String text(ObjectNode row, String name) {
    JsonNode value = of(row, name);
    return value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText("");
  }

  static Optional<BigDecimal> number(ObjectNode row, String name) {
    JsonNode value = of(row, name);
    return value.isNumber()
        ? bounded(value.decimalValue())
        : value.isTextual() ? number(value.textValue()) : Optional.empty();
  }

  /**
   * The day of a date or a moment: ISO 8601, or milliseconds or seconds since 1970.
   *
   * @param zone in which a moment's day is meant
   */
  static Optional<LocalDate> day(ObjectNode row, String name, ZoneId zone) {
    JsonNode value = of(row, name);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return day(value.longValue(), zone);
    }
    return value.isTextual() ? day(value.textValue().strip(), zone) : Optional.empty();
  }

  private static Optional<LocalDate> day(long number, ZoneId zone) {
    long seconds = Math.abs(number) > LATEST_SECOND ? Math.floorDiv(number, 1000L) : number;
    return seconds < EARLIEST_SECOND || seconds > LATEST_SECOND
        ? Optional.empty()
        : Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(seconds), zone));
  }

  private static Optional<LocalDate> day(String text, ZoneId zone) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      TemporalAccessor read =
          DATE.parseBest(
              text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(
          read instanceof OffsetDateTime moment
              ? moment.atZoneSameInstant(zone).toLocalDate()
              : LocalDate.from(read));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /** Numbers as they stand in tables: {@code 1,204.50}, {@code $12}, {@code 7 %}. */
  static Optional<BigDecimal> number(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = CURRENCY.matcher(text.strip()).replaceAll("");
    return NUMBER.matcher(plain).matches() ? parsed(plain.replace(",", "")) : Optional.empty();
  }

  private static Optional<BigDecimal> parsed(String plain) {
    try {
      return bounded(new BigDecimal(plain));
    } catch (NumberFormatException exponentOutOfRange) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> bounded(BigDecimal number) {
    return Math.abs((long) number.scale()) <= LARGEST_EXPONENT && number.precision() <= LONGEST
        ? Optional.of(number)
        : Optional.empty();
  }
}
