package dev.liveartifacts.artifact.mapping;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connector that this person can use, with its tools.
 *
 * @param tools empty if they cannot be listed right now
 */
public record ConnectorTools(UUID id, String slug, String name, List<Tool> tools) {
  public ConnectorTools {
    tools = List.copyOf(tools);
  }

  public Optional<Tool> tool(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  /** A tool as connector-service describes it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Tool(String name, boolean readOnly, @Nullable String schemaHash) {}

  /** A connector as connector-service lists it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Listed(UUID id, String slug, String name) {}
}
