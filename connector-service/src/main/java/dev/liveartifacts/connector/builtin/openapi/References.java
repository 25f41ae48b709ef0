package dev.liveartifacts.connector.builtin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts what a document's own references mean in their place. A reference in a circle, too deep or
 * to another document becomes a schema that takes anything; none is ever fetched. Used for one
 * document, not thread-safe.
 */
final class References {
  private static final int DEEPEST = 24;

  /** Of all that references are replaced with in one document. */
  private static final int MOST_NODES = 200_000;

  private static final int MOST_HOPS = 8;

  private final JsonNode document;
  private int nodes;

  References(JsonNode document) {
    this.document = document;
  }

  /** What the node refers to, itself without references at its top. */
  JsonNode target(JsonNode node) {
    JsonNode target = node;
    for (int hop = 0; target.path("$ref").isTextual(); hop++) {
      if (hop == MOST_HOPS) {
        return JsonNodeFactory.instance.objectNode();
      }
      target = local(target.path("$ref").textValue());
    }
    return target;
  }

  /** A schema with all that it refers to. */
  ObjectNode schema(JsonNode schema) {
    return expanded(schema, 0, new HashSet<>()) instanceof ObjectNode object
        ? object
        : JsonNodeFactory.instance.objectNode();
  }

  private JsonNode expanded(JsonNode node, int depth, Set<String> within) {
    if (++nodes > MOST_NODES) {
      throw new BadDocument(
          "The document's schemas are too large when their references are followed.");
    }
    if (depth > DEEPEST) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (node.path("$ref").isTextual()) {
      return referred(node.path("$ref").textValue(), depth, within);
    }
    return switch (node) {
      case ObjectNode object -> expandedObject(object, depth, within);
      case ArrayNode array -> expandedArray(array, depth, within);
      default -> node;
    };
  }

  private JsonNode referred(String reference, int depth, Set<String> within) {
    if (!within.add(reference)) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode expanded = expanded(local(reference), depth + 1, within);
    within.remove(reference);
    return expanded;
  }

  private JsonNode expandedObject(ObjectNode object, int depth, Set<String> within) {
    ObjectNode expanded = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      expanded.set(field.getKey(), expanded(field.getValue(), depth + 1, within));
    }
    return expanded;
  }

  private JsonNode expandedArray(ArrayNode array, int depth, Set<String> within) {
    ArrayNode expanded = JsonNodeFactory.instance.arrayNode(array.size());
    array.forEach(item -> expanded.add(expanded(item, depth + 1, within)));
    return expanded;
  }

  private JsonNode local(String reference) {
    if (!reference.startsWith("#/")) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode found = document;
    for (String part : reference.substring(2).split("/", -1)) {
      String name = part.replace("~1", "/").replace("~0", "~");
      found =
          found.isArray() && name.matches("[0-9]{1,6}")
              ? found.path(Integer.parseInt(name))
              : found.path(name);
    }
    return found.isMissingNode() ? JsonNodeFactory.instance.objectNode() : found;
  }
}
