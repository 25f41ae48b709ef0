package dev.liveartifacts.connector.builtin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.liveartifacts.connector.json.ExactJson;
import java.nio.charset.StandardCharsets;

/** A {@code CallToolResult} as JSON. */
public record ToolResult(byte[] json) {
  /** Up to this size the structured content is repeated as text, for those who read only that. */
  private static final int REPEATED = 512 * 1024;

  /** What a tool found, as JSON. */
  public static ToolResult of(byte[] structuredContent) {
    String content = new String(structuredContent, StandardCharsets.UTF_8);
    ObjectNode result = ExactJson.emptyObject();
    String text =
        structuredContent.length <= REPEATED
            ? content
            : "The result is in structuredContent: it is too long to be repeated as text.";
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return written(result.putRawValue("structuredContent", new RawValue(content)));
  }

  public static ToolResult of(JsonNode structuredContent) {
    return of(structuredContent.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What a tool found, where it is no JSON. */
  public static ToolResult text(String text) {
    ObjectNode result = ExactJson.emptyObject();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return written(result);
  }

  /** The tool's own failure, as a sentence that says what to do. */
  public static ToolResult failed(String sentence) {
    ObjectNode result = ExactJson.emptyObject();
    result.putArray("content").addObject().put("type", "text").put("text", sentence);
    return written(result.put("isError", true));
  }

  private static ToolResult written(ObjectNode result) {
    try {
      return new ToolResult(ExactJson.bytes(result));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A result cannot be written as JSON", e);
    }
  }

  @Override
  public String toString() {
    return "ToolResult[" + json.length + " bytes]";
  }
}
