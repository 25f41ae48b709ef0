package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Holds arguments against a tool's own input schema, as far as our schemas go: {@code type}, {@code
 * required}, {@code enum}, {@code maxLength}, {@code maxItems}, {@code minimum}, {@code maximum}
 * and {@code additionalProperties}.
 */
record ArgumentCheck(String tool, JsonNode schema) {

  /** What is wrong, in a sentence; empty if nothing. */
  Optional<String> complaint(ObjectNode arguments) {
    return Stream.of(missing(arguments), unknown(arguments), wrong(arguments))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> missing(ObjectNode arguments) {
    return texts(schema.path("required"))
        .filter(name -> !arguments.hasNonNull(name))
        .findFirst()
        .map(name -> tool + " needs '" + name + "': " + described(name));
  }

  private Optional<String> unknown(ObjectNode arguments) {
    if (schema.path("additionalProperties").asBoolean(true)) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    return arguments.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name ->
            "%s takes no '%s'. It takes: %s.".formatted(tool, name, String.join(", ", known)));
  }

  private Optional<String> wrong(ObjectNode arguments) {
    return arguments.properties().stream()
        .filter(entry -> !entry.getValue().isNull())
        .flatMap(entry -> wrong(entry.getKey(), entry.getValue()).stream())
        .findFirst();
  }

  private Optional<String> wrong(String name, JsonNode value) {
    JsonNode rule = schema.path("properties").path(name);
    return Stream.of(
            unless(isA(rule.path("type").asText(""), value), name, "has to be " + kind(rule)),
            unless(
                isOneOf(rule.path("enum"), value), name, "has to be one of " + rule.path("enum")),
            unless(fits(rule, "maxLength", value.asText().length()), name, "is too long"),
            unless(fits(rule, "maxItems", value.size()), name, "has too many entries"),
            unless(fits(rule, "maximum", value.asLong()), name, "is too large"),
            unless(
                value.asLong() >= rule.path("minimum").asLong(Long.MIN_VALUE),
                name,
                "is too small"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> unless(boolean good, String name, String rule) {
    return good
        ? Optional.empty()
        : Optional.of("'%s' of %s %s. %s".formatted(name, tool, rule, described(name)));
  }

  private static boolean fits(JsonNode rule, String limit, long found) {
    return found <= rule.path(limit).asLong(Long.MAX_VALUE);
  }

  private static boolean isOneOf(JsonNode values, JsonNode value) {
    return values.isEmpty() || texts(values).anyMatch(value.asText()::equals);
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "object" -> value.isObject();
      case "array" ->
          value.isArray()
              && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
      default -> true;
    };
  }

  private static String kind(JsonNode rule) {
    return switch (rule.path("type").asText()) {
      case "array" -> "a list of texts";
      case "object" -> "a JSON object";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      default -> "a " + rule.path("type").asText();
    };
  }

  private String described(String name) {
    return schema.path("properties").path(name).path("description").asText("");
  }

  private static Stream<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
  }
}
