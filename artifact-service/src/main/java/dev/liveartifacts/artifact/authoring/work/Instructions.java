package dev.liveartifacts.artifact.authoring.work;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolUnion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What Claude is told before everything else, and the tools that it may use. None of them writes.
 */
final class Instructions {
  private static final String TEXT = read("instructions.md");
  private static final List<ToolUnion> TOOLS = tools(read("tools.json"));

  private Instructions() {}

  static String text(Fence fence) {
    return TEXT.replace("FENCE", fence.mark());
  }

  static List<ToolUnion> tools() {
    return TOOLS;
  }

  private static List<ToolUnion> tools(String json) {
    try {
      return new JsonMapper()
          .readTree(json)
          .valueStream()
          .map(Instructions::tool)
          .map(ToolUnion::ofTool)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tool tool(JsonNode node) {
    Tool.InputSchema.Properties.Builder properties = Tool.InputSchema.Properties.builder();
    node.get("properties")
        .properties()
        .forEach(one ->
            properties.putAdditionalProperty(one.getKey(), JsonValue.fromJsonNode(one.getValue())));
    return Tool.builder()
        .name(node.get("name").textValue())
        .description(node.get("description").textValue())
        .inputSchema(
            Tool.InputSchema.builder()
                .properties(properties.build())
                .required(node.get("required").valueStream().map(JsonNode::textValue).toList())
                .build())
        .build();
  }

  private static String read(String name) {
    try (InputStream in =
        Instructions.class.getClassLoader().getResourceAsStream("authoring/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
