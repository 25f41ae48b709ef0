package dev.liveartifacts.artifact.publication.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.artifact.result.MarkdownTable;
import dev.liveartifacts.artifact.result.ResultJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes an MCP {@code CallToolResult} apart. Numbers keep the form in which they came. */
final class Parts {
  static final JsonMapper JSON =
      ResultJson.builder().disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  private Parts() {}

  /** In the order of the blocks, the structured content first; none if it cannot be read. */
  static List<Part> of(byte[] result) {
    try {
      return of(JSON.readTree(result));
    } catch (IOException broken) {
      return List.of();
    }
  }

  private static List<Part> of(JsonNode result) {
    List<Part> parts = new ArrayList<>();
    JsonNode structured = result.path("structuredContent");
    if (structured.isContainerNode()) {
      parts.add(new Part.Structured(structured));
    }
    JsonNode content = result.path("content");
    for (int block = 0; block < content.size(); block++) {
      parts.add(part(block, content.get(block), structured));
    }
    return parts;
  }

  private static Part part(int block, JsonNode content, JsonNode structured) {
    JsonNode text = content.path("text");
    return content.path("type").asText().equals("text") && text.isTextual()
        ? text(block, text.textValue(), structured)
        : new Part.Opaque(block, content.path("type").asText("unknown"));
  }

  private static Part text(int block, String text, JsonNode structured) {
    String inside = ResultJson.unfenced(text);
    Optional<JsonNode> json = ResultJson.read(inside, JSON);
    if (json.isPresent()) {
      return json.get().equals(structured)
          ? new Part.Mirror(block)
          : new Part.Json(block, json.get(), inside.length() < text.strip().length());
    }
    return MarkdownTable.rowsIn(text)
        .<Part>map(rows -> new Part.Table(block, rows))
        .orElseGet(() -> new Part.Prose(block, text));
  }
}
