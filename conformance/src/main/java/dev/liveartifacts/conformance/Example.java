package dev.liveartifacts.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.mcp.Tool;
import java.util.List;

/** Arguments that a tool's schema allows. */
final class Example {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Example() {}

  /** A tool that wants a schema gets the one that the first tool has, as it came. */
  static ObjectNode of(Tool tool, List<Tool> offered) {
    ObjectNode arguments = JSON.objectNode();
    for (var property : tool.inputSchema().path("properties").properties()) {
      arguments.set(
          property.getKey(),
          property.getKey().equals("schema")
              ? offered.getFirst().inputSchema()
              : value(property.getValue()));
    }
    return arguments;
  }

  private static JsonNode value(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> JSON.numberNode(5);
      case "boolean" -> JSON.booleanNode(true);
      case "array" -> JSON.arrayNode();
      case "object" -> JSON.objectNode();
      default -> JSON.textNode("example");
    };
  }
}
