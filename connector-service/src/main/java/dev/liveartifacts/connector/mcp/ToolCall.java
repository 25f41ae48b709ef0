package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A tool with its arguments.
 *
 * @param readOnly a call that writes is sent once at most
 * @param mirrored arguments that travel as headers too
 */
public record ToolCall(
    String tool, ObjectNode arguments, boolean readOnly, Map<String, String> mirrored) {
  public ToolCall {
    mirrored = Map.copyOf(mirrored);
  }

  public static ToolCall of(Tool tool, ObjectNode arguments) {
    return new ToolCall(
        tool.name(), arguments, tool.readOnly(), MirroredHeaders.of(tool.inputSchema(), arguments));
  }

  /** The same call with the headers that the tool's newest schema asks for. */
  ToolCall mirroredFor(List<Tool> tools) {
    return tools.stream()
        .filter(listed -> listed.name().equals(tool) && listed.readOnly())
        .findFirst()
        .map(listed -> of(listed, arguments))
        .orElse(this);
  }

  @Override
  public String toString() {
    return "ToolCall[" + tool + "]";
  }
}
