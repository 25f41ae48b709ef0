package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tool with its arguments.
 *
 * @param readOnly a call that writes is sent once at most
 */
public record ToolCall(String tool, ObjectNode arguments, boolean readOnly) {
  @Override
  public String toString() {
    return "ToolCall[" + tool + "]";
  }
}
