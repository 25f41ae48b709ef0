package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values in a row, by name; {@code customer.name} is a field inside a field. */
final class Field {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
  private static final Pattern CURRENCY = Pattern.compile("^[$€£¥]\\s*|\\s*[$€£¥%]$");
  private static final int LONGEST = 60;

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
