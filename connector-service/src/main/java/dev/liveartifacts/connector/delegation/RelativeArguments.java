package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import dev.liveartifacts.contracts.relative.RelativeTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Puts the times that relative arguments mean into a call's arguments. */
final class RelativeArguments {
  private RelativeArguments() {}

  /**
   * Names a place that holds a text or a whole number, and an expression that can be read.
   *
   * @return the same with its expression as we write it
   * @throws IllegalArgumentException if not, with a sentence that says why
   */
  static RelativeArgument checked(ObjectNode arguments, RelativeArgument argument) {
    JsonNode value = arguments.at(pointer(argument.path()));
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw new IllegalArgumentException(
          "A relative argument stands for a text or a whole number of the call.");
    }
    return new RelativeArgument(
        argument.path(), RelativeTime.parse(argument.expression()).toString());
  }

  static ObjectNode evaluated(
      ObjectNode arguments, List<RelativeArgument> relative, Instant now, ZoneId zone) {
    ObjectNode evaluated = arguments.deepCopy();
    for (RelativeArgument argument : relative) {
      Object value = RelativeTime.parse(argument.expression()).at(now, zone);
      put(evaluated, pointer(argument.path()), node(value));
    }
    return evaluated;
  }

  private static void put(ObjectNode root, JsonPointer place, JsonNode value) {
    JsonPointer last = place.last();
    switch (root.at(place.head())) {
      case ObjectNode object -> object.set(last.getMatchingProperty(), value);
      case ArrayNode array -> array.set(last.getMatchingIndex(), value);
      case JsonNode other ->
          throw new IllegalStateException(
              "A relative argument has no place: " + other.getNodeType());
    }
  }

  private static JsonNode node(Object value) {
    return value instanceof Long number
        ? JsonNodeFactory.instance.numberNode(number)
        : JsonNodeFactory.instance.textNode(value.toString());
  }

  private static JsonPointer pointer(String path) {
    JsonPointer pointer = JsonPointer.compile(path);
    if (pointer.matches()) {
      throw new IllegalArgumentException("A relative argument names its place in the call.");
    }
    return pointer;
  }
}
