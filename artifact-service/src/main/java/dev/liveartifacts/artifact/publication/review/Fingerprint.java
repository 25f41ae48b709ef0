package dev.liveartifacts.artifact.publication.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names the arguments of a call without saying them: equal for what a browser takes for equal, and
 * blind to the cache busters that pages add ({@code _cb}). The web app's {@code fingerprint.ts} is
 * the same function.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** In lower-case hex. */
  public static String of(ObjectNode arguments) {
    ObjectNode kept = arguments.deepCopy();
    kept.properties().removeIf(entry -> entry.getKey().startsWith("_"));
    StringBuilder text = new StringBuilder();
    write(kept, text);
    return sha256(text.toString());
  }

  /**
   * The same but for what depends on the day.
   *
   * @param paths JSON Pointers (RFC 6901)
   */
  public static String without(Collection<String> paths, ObjectNode arguments) {
    ObjectNode rest = arguments.deepCopy();
    paths.forEach(path -> remove(JsonPointer.compile(path), rest));
    return of(rest);
  }

  /** In a list the place stays, so that its neighbours keep theirs. */
  private static void remove(JsonPointer path, ObjectNode arguments) {
    if (path.matches()) {
      return;
    }
    JsonPointer last = path.last();
    JsonNode parent = arguments.at(path.head());
    if (parent instanceof ObjectNode object) {
      object.remove(last.getMatchingProperty());
    } else if (parent instanceof ArrayNode array
        && last.mayMatchElement()
        && last.getMatchingIndex() < array.size()) {
      array.setNull(last.getMatchingIndex());
    }
  }

  private static void write(JsonNode node, StringBuilder text) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node, text);
      case ARRAY -> {
        text.append('[');
        node.forEach(element -> write(element, text));
        text.append(']');
      }
      case STRING -> string(node.textValue(), text);
      case NUMBER -> text.append('d').append(bits(node.doubleValue()));
      case BOOLEAN -> text.append(node.booleanValue() ? 't' : 'f');
      case NULL, MISSING, BINARY, POJO -> text.append('n');
    }
  }

  private static void object(JsonNode object, StringBuilder text) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    text.append('{');
    sorted.forEach((key, value) -> {
      string(key, text);
      write(value, text);
    });
    text.append('}');
  }

  private static void string(String value, StringBuilder text) {
    text.append('s').append(value.length()).append(':').append(value);
  }

  /** A number is what JavaScript makes of it: IEEE 754, without the sign of zero. */
  private static String bits(double value) {
    return HexFormat.of().toHexDigits(Double.doubleToLongBits(value + 0.0));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
