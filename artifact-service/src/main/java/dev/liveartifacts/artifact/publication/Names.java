package dev.liveartifacts.artifact.publication;

import dev.liveartifacts.artifact.access.AllowedTool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The names under which a page can call a tool: those that it asked for, and its server's. */
final class Names {
  private Names() {}

  /** None if the tool is not granted, or writes. */
  static List<String> of(UUID connectorId, String tool, List<AllowedTool> granted) {
    Set<String> names = new LinkedHashSet<>();
    granted.stream()
        .filter(AllowedTool::readOnly)
        .filter(allowed -> allowed.connectorId().equals(connectorId) && allowed.tool().equals(tool))
        .forEach(allowed -> {
          names.add(allowed.name());
          Stream.of(allowed.connectorSlug(), allowed.connectorName())
              .flatMap(server -> Stream.of(server + "__" + tool, "mcp__" + server + "__" + tool))
              .forEach(names::add);
        });
    return List.copyOf(names);
  }
}
