package dev.liveartifacts.artifact.grant;

import dev.liveartifacts.artifact.mapping.ConnectorTools;
import dev.liveartifacts.artifact.mapping.Mapping;
import dev.liveartifacts.artifact.mapping.ToolName;
import dev.liveartifacts.artifact.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the owner wishes, set against what is known: each becomes a {@link Decision} or is refused.
 */
record Ballot(
    List<ToolsResource.Wish> wishes, Map<String, UUID> connectorOf, Map<String, String> toolOf) {

  static Ballot of(List<ToolsResource.Wish> wishes, List<ArtifactTool> known) {
    Map<String, UUID> connectorOf = new HashMap<>();
    known.stream()
        .filter(tool -> tool.connectorId() != null)
        .forEach(tool -> connectorOf.put(tool.name(), Objects.requireNonNull(tool.connectorId())));
    wishes.stream()
        .filter(wish -> wish.connectorId() != null)
        .forEach(wish -> connectorOf.put(wish.name(), Objects.requireNonNull(wish.connectorId())));
    Map<String, String> toolOf =
        known.stream().collect(Collectors.toMap(ArtifactTool::name, ArtifactTool::tool));
    return new Ballot(wishes, connectorOf, toolOf);
  }

  /** Those that have to be asked before anything can be granted. */
  Stream<UUID> connectorIds() {
    return wishes.stream()
        .filter(wish -> wish.granted() || wish.connectorId() != null)
        .map(wish -> connectorOf.get(wish.name()))
        .filter(Objects::nonNull);
  }

  List<Decision> decisions(List<ConnectorTools> connectors) {
    Map<UUID, ConnectorTools> byId =
        connectors.stream().collect(Collectors.toMap(ConnectorTools::id, Function.identity()));
    return wishes.stream().map(wish -> decision(wish, byId)).toList();
  }

  private Decision decision(ToolsResource.Wish wish, Map<UUID, ConnectorTools> byId) {
    ToolName name = new ToolName(wish.name());
    if (!wish.granted() && wish.connectorId() == null) {
      return new Decision(name, null, false);
    }
    ConnectorTools connector = byId.get(connectorOf.get(wish.name()));
    return new Decision(name, mapping(name, connector), wish.granted());
  }

  private Mapping mapping(ToolName name, @Nullable ConnectorTools connector) {
    if (!name.valid()) {
      throw Problems.badRequest("'" + name.text() + "' is not a tool's name.");
    }
    if (connector == null) {
      throw Problems.badRequest("Say which connector '" + name.text() + "' belongs to.");
    }
    return Stream.concat(
            Stream.ofNullable(toolOf.get(name.text())),
            name.readings().stream().map(ToolName.Reading::tool))
        .flatMap(tool -> connector.tool(tool).stream())
        .findFirst()
        .map(tool -> Mapping.known(connector, tool))
        .orElseThrow(
            () -> Problems.badRequest(connector.name() + " has no tool '" + name.tool() + "'."));
  }
}
