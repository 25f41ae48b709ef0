package dev.liveartifacts.connector.mcp;

import org.jspecify.annotations.Nullable;

/**
 * What a tool answered.
 *
 * @param json the {@code CallToolResult}, byte for byte
 * @param isError the tool says that it failed
 * @param ttlMillis how long the server says that the result stays fresh
 */
public record ToolReply(byte[] json, boolean isError, @Nullable Long ttlMillis) {
  @Override
  public String toString() {
    return "ToolReply[" + json.length + " bytes]";
  }
}
