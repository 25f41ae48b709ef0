package dev.liveartifacts.connector.builtin.spreadsheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way to understand the texts of a column; null for a text that cannot be read that way. */
@FunctionalInterface
interface TextReading {
  @Nullable Object read(String text);

  /** 1234.5 and 1,234.5 */
  TextReading POINT = text -> number(text, Shapes.POINT, ",", ".");

  /** 1234,5 and 1.234,5 and 1 234,5 */
  TextReading COMMA = text -> number(text, Shapes.COMMA, ".  ", ",");

  TextReading ISO_DATE = text -> date(text, "uuuu-MM-dd");
  TextReading DOTTED_DATE = text -> date(text, "d.M.uuuu");
  TextReading DAY_FIRST = text -> date(text, "d/M/uuuu");
  TextReading MONTH_FIRST = text -> date(text, "M/d/uuuu");
  TextReading ISO_MOMENT = TextReading::moment;
  TextReading TRUTH =
      text ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
          };

  /** In the order in which they are tried. */
  static List<TextReading> all(boolean commaFirst) {
    return commaFirst
        ? List.of(COMMA, POINT, ISO_DATE, DOTTED_DATE, DAY_FIRST, MONTH_FIRST, ISO_MOMENT, TRUTH)
        : List.of(POINT, COMMA, ISO_DATE, DOTTED_DATE, DAY_FIRST, MONTH_FIRST, ISO_MOMENT, TRUTH);
  }

  /** How numbers look. A leading zero is a code's, and so are more than 15 digits. */
  final class Shapes {
    static final Pattern POINT =
        Pattern.compile("[+-]?(?:0|[1-9]\\d{0,14}|[1-9]\\d{0,2}(?:,\\d{3}){1,4})(?:\\.\\d{1,15})?");
    static final Pattern COMMA =
        Pattern.compile(
            "[+-]?(?:0|[1-9]\\d{0,14}|[1-9]\\d{0,2}(?:[. \\u00a0\\u202f]\\d{3}){1,4})(?:,\\d{1,15})?");
    static final Pattern MOMENT =
        Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)");

    private Shapes() {}
  }

  private static @Nullable Object number(
      String text, Pattern shape, String thousands, String decimal) {
    if (text.length() > 40 || !shape.matcher(text).matches()) {
      return null;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      if (decimal.indexOf(c) >= 0) {
        plain.append('.');
      } else if (thousands.indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return new BigDecimal(plain.toString());
  }

  private static @Nullable Object date(String text, String pattern) {
    if (text.length() < 8 || text.length() > 10 || !Character.isDigit(text.charAt(0))) {
      return null;
    }
    try {
      return LocalDate.parse(
          text, DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Object moment(String text) {
    Matcher parts = Shapes.MOMENT.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    try {
      return LocalDateTime.parse(parts.group(1) + "T" + parts.group(2));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
