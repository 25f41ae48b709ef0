package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tool as clients see it: {@code name}, {@code description}, {@code inputSchema} and {@code
 * annotations} of the protocol.
 */
public record ToolCard(ObjectNode json) {
  public String name() {
    return json.path("name").asText();
  }

  ArgumentCheck check() {
    return new ArgumentCheck(name(), json.path("inputSchema"));
  }
}
