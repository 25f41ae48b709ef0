package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parameters of a tool that travel as HTTP headers too, marked with {@code x-mcp-header} in its
 * input schema (MCP 2026-07-28, "Custom Headers from Tool Parameters").
 */
final class MirroredHeaders {
  private static final String MARK = "x-mcp-header";
  private static final int DEEPEST = 32;
  private static final long SAFE = (1L << 53) - 1;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern PLAIN =
      Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e\\t]*[\\x21-\\x7e])?");
  private static final Pattern ENCODED = Pattern.compile("=\\?base64\\?.*\\?=");
  private static final Set<String> PRIMITIVE = Set.of("string", "integer", "boolean");

  private record Marked(List<String> path, JsonNode name, JsonNode type) {
    boolean isValid() {
      return name.isTextual()
          && TOKEN.matcher(name.textValue()).matches()
          && type.isTextual()
          && PRIMITIVE.contains(type.textValue());
    }
  }

  private MirroredHeaders() {}

  /** False for a schema whose marks break the rules: such a tool is not offered. */
  static boolean areValid(JsonNode inputSchema) {
    List<Marked> reachable = reachable(inputSchema);
    Set<String> names = new HashSet<>();
    return reachable.size() == count(inputSchema, 0)
        && reachable.stream().allMatch(Marked::isValid)
        && reachable.stream()
            .map(marked -> marked.name().textValue().toLowerCase(Locale.ROOT))
            .allMatch(names::add);
  }

  /** The headers of one call, by name. */
  static Map<String, String> of(JsonNode inputSchema, JsonNode arguments) {
    Map<String, String> headers = new HashMap<>();
    for (Marked marked : reachable(inputSchema)) {
      if (marked.isValid()) {
        text(at(arguments, marked.path()))
            .ifPresent(
                text -> headers.put("Mcp-Param-" + marked.name().textValue(), encoded(text)));
      }
    }
    return headers;
  }

  /** A value as a header may carry it: plain where it can be, else in Base64 between marks. */
  static String encoded(String value) {
    return PLAIN.matcher(value).matches() && !ENCODED.matcher(value).matches()
        ? value
        : "=?base64?"
            + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }

  private static List<Marked> reachable(JsonNode schema) {
    List<Marked> found = new ArrayList<>();
    collect(schema, List.of(), found);
    return found;
  }

  private static void collect(JsonNode schema, List<String> path, List<Marked> found) {
    if (path.size() > DEEPEST) {
      return;
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      List<String> here = new ArrayList<>(path);
      here.add(property.getKey());
      JsonNode inner = property.getValue();
      if (inner.has(MARK)) {
        found.add(new Marked(here, inner.path(MARK), inner.path("type")));
      }
      collect(inner, here, found);
    }
  }

  /** All marks, wherever they are: one that no argument can reach makes the tool invalid. */
  private static int count(JsonNode node, int depth) {
    int marks = node.isObject() && node.has(MARK) ? 1 : 0;
    if (depth < 200) {
      for (JsonNode child : node) {
        marks += count(child, depth + 1);
      }
    }
    return marks;
  }

  private static JsonNode at(JsonNode arguments, List<String> path) {
    JsonNode value = arguments;
    for (String name : path) {
      value = value.path(name);
    }
    return value;
  }

  private static Optional<String> text(JsonNode value) {
    if (value.isTextual()) {
      return Optional.of(value.textValue());
    }
    if (value.isBoolean()) {
      return Optional.of(value.asText());
    }
    boolean safe =
        value.isNumber()
            && value.canConvertToExactIntegral()
            && value.canConvertToLong()
            && Math.abs(value.longValue()) <= SAFE;
    return safe ? Optional.of(Long.toString(value.longValue())) : Optional.empty();
  }
}
