package dev.liveartifacts.connector.json;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as ECMAScript's {@code Number::toString} writes it (ECMA-262 §6.1.6.1.20). */
final class EcmaScriptNumber {
  private EcmaScriptNumber() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no infinite numbers");
    }
    if (value == 0) {
      return "0";
    }
    return value < 0 ? "-" + positive(-value) : positive(value);
  }

  private static String positive(double value) {
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    return written(digits, digits.length() - shortest.scale());
  }

  /**
   * The decimal with the fewest digits that still means {@code value}. {@link Double#toString}
   * finds it, except that it never writes fewer than two digits.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal twoOrMore = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (twoOrMore.precision() != 2) {
      return twoOrMore;
    }
    BigDecimal one = twoOrMore.round(new MathContext(1));
    return one.doubleValue() == value ? one : twoOrMore;
  }

  /**
   * @param digits k digits without zeros at either end
   * @param n where the decimal point is, counted from before the first digit
   */
  private static String written(String digits, int n) {
    int k = digits.length();
    if (k <= n && n <= 21) {
      return digits + "0".repeat(n - k);
    }
    if (0 < n && n <= 21) {
      return digits.substring(0, n) + "." + digits.substring(n);
    }
    if (-6 < n && n <= 0) {
      return "0." + "0".repeat(-n) + digits;
    }
    String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
    return k == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
  }
}
