package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What our tools are called, take and do: {@code mcp/tools.json}, in the protocol's own form. */
@Singleton
class ToolCards {
  private final JsonNode all = read();

  ToolCard of(String name) {
    for (JsonNode tool : all) {
      if (tool.path("name").asText().equals(name)) {
        return new ToolCard((ObjectNode) tool);
      }
    }
    throw new IllegalStateException("mcp/tools.json does not describe " + name);
  }

  private static JsonNode read() {
    try (InputStream in = ToolCards.class.getClassLoader().getResourceAsStream("mcp/tools.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
