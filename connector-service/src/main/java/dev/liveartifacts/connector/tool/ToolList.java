package dev.liveartifacts.connector.tool;

import dev.liveartifacts.connector.mcp.Tool;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a connector offered when it was last asked. */
public record ToolList(List<Tool> tools, Instant fetchedAt) {
  public ToolList {
    tools = List.copyOf(tools);
  }

  public Optional<Tool> find(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  boolean isOlderThan(Instant moment) {
    return fetchedAt.isBefore(moment);
  }
}
