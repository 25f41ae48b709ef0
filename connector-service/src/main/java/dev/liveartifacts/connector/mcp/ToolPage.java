package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.CanonicalJson;
import dev.liveartifacts.connector.json.MalformedJson;
import dev.liveartifacts.connector.json.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of {@code tools/list}. A tool whose name is empty, longer than 256 characters or holds
 * control characters is left out: nobody could name it in a policy.
 *
 * @param nextCursor where the next page begins; null if this is the last
 */
record ToolPage(List<Tool> tools, @Nullable String nextCursor) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  static ToolPage read(byte[] result) throws MalformedJson {
    try {
      JsonNode page = MAPPER.readTree(result);
      if (!page.path("tools").isArray()) {
        throw new MalformedJson("it lists no tools");
      }
      List<Tool> tools = new ArrayList<>();
      page.path("tools").forEach(tool -> addTo(tools, tool));
      return new ToolPage(List.copyOf(tools), text(page, "nextCursor"));
    } catch (IOException | IllegalArgumentException e) {
      throw new MalformedJson("its list of tools is not JSON");
    }
  }

  private static void addTo(List<Tool> tools, JsonNode tool) {
    String name = tool.path("name").asText("");
    if (!name.isBlank()
        && name.length() <= 256
        && name.chars().noneMatch(Character::isISOControl)) {
      tools.add(tool(name, tool));
    }
  }

  private static Tool tool(String name, JsonNode tool) {
    JsonNode annotations = objectOrEmpty(tool.path("annotations"));
    JsonNode inputSchema = objectOrEmpty(tool.path("inputSchema"));
    JsonNode outputSchema = tool.path("outputSchema");
    String title = text(tool, "title");
    return new Tool(
        name,
        title == null ? text(annotations, "title") : title,
        text(tool, "description"),
        annotations.path("readOnlyHint").isBoolean()
            && annotations.path("readOnlyHint").booleanValue(),
        annotations,
        inputSchema,
        outputSchema.isObject() ? outputSchema : null,
        schemaHash(annotations, inputSchema));
  }

  private static String schemaHash(JsonNode annotations, JsonNode inputSchema) {
    JsonNode both =
        MAPPER
            .createObjectNode()
            .<ObjectNode>set("annotations", annotations)
            .set("inputSchema", inputSchema);
    return Sha256.hex(CanonicalJson.of(both));
  }

  private static JsonNode objectOrEmpty(JsonNode node) {
    return node.isObject() ? node : MAPPER.createObjectNode();
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).textValue() : null;
  }
}
