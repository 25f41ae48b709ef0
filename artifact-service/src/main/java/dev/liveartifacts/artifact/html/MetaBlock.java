package dev.liveartifacts.artifact.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself in {@code <script type="application/json"
 * id="cowork-artifact-meta">}: a request, never a grant.
 *
 * @param tools the names that it asks for, as they are written
 */
record MetaBlock(
    @Nullable String name, @Nullable String description, List<String> tools, ServerNames servers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Empty if this is not a JSON object. What is missing or of another type in it counts as absent.
   */
  static Optional<MetaBlock> of(String json) {
    try {
      JsonNode meta = JSON.readTree(json);
      return meta != null && meta.isObject() ? Optional.of(read(meta)) : Optional.empty();
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private static MetaBlock read(JsonNode meta) {
    return new MetaBlock(
        text(meta.get("name")),
        text(meta.get("description")),
        values(meta.path("mcpTools")).map(MetaBlock::toolName).flatMap(Optional::stream).toList(),
        ServerNames.of(meta.path("mcpServerNames")));
  }

  private static Optional<String> toolName(JsonNode tool) {
    return Optional.ofNullable(text(tool.isObject() ? tool.get("name") : tool));
  }

  private static Stream<JsonNode> values(JsonNode array) {
    List<JsonNode> values = new ArrayList<>();
    array.elements().forEachRemaining(values::add);
    return values.stream();
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null || !node.isTextual() || node.textValue().isBlank()
        ? null
        : node.textValue().strip();
  }
}
