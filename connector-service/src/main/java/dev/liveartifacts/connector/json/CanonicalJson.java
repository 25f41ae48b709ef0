package dev.liveartifacts.connector.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that RFC 8785 (JCS) gives it: equal values have equal bytes.
 *
 * <p>A number that a double cannot hold (RFC 7493 §2.2 rules it out) keeps all its digits: two
 * calls that differ only in the last digit of a long id must not become one.
 */
public final class CanonicalJson {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(256);

  private CanonicalJson() {}

  /**
   * The canonical form in UTF-8.
   *
   * @throws IllegalArgumentException if a string holds half a surrogate pair or a number is not
   *     finite, neither of which has a canonical form
   */
  public static byte[] of(JsonNode value) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.write(value);
    return utf8(canonical.out);
  }

  private void write(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(value);
      case ARRAY -> writeArray(value);
      case STRING -> writeString(value.textValue());
      case NUMBER -> out.append(number(value));
      case BOOLEAN, NULL -> out.append(value.asText());
      case BINARY, MISSING, POJO -> throw new IllegalArgumentException("This is not JSON");
    }
  }

  private void writeObject(JsonNode object) {
    // String's natural order compares UTF-16 code units, which is what §3.2.3 asks for.
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    char separator = '{';
    for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
      out.append(separator);
      writeString(field.getKey());
      out.append(':');
      write(field.getValue());
      separator = ',';
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void writeArray(JsonNode array) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(array.get(i));
    }
    out.append(']');
  }

  private void writeString(String text) {
    out.append('"');
    text.chars().forEach(this::writeChar);
    out.append('"');
  }

  private void writeChar(int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> writePlainChar((char) c);
    }
  }

  private void writePlainChar(char c) {
    if (c < ' ') {
      out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
    } else {
      out.append(c);
    }
  }

  private static String number(JsonNode value) {
    BigDecimal exact = value.decimalValue().stripTrailingZeros();
    double nearest = exact.doubleValue();
    if (Double.isFinite(nearest)) {
      String canonical = EcmaScriptNumber.of(nearest);
      if (isDouble(exact) || new BigDecimal(canonical).compareTo(exact) == 0) {
        return canonical;
      }
    }
    return exact.toString();
  }

  /** 17 digits name every double; a fraction with so few is one, written by hand or machine. */
  private static boolean isDouble(BigDecimal exact) {
    return exact.scale() > 0 && exact.precision() <= 17;
  }

  private static byte[] utf8(CharSequence text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("A string holds half a surrogate pair", e);
    }
  }
}
