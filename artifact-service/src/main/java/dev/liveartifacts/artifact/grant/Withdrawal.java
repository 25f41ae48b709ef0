package dev.liveartifacts.artifact.grant;

import dev.liveartifacts.artifact.schedule.ToolId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tools an artifact may not use any more, under whatever name, once decisions are carried
 * out.
 */
final class Withdrawal {
  private Withdrawal() {}

  static List<ToolId> of(List<ArtifactTool> known, List<Decision> decisions) {
    Map<String, Decision> byName =
        decisions.stream()
            .collect(
                Collectors.toMap(
                    decision -> decision.name().text(),
                    Function.identity(),
                    (one, other) -> other));
    Set<ToolId> kept =
        Stream.concat(
                granted(known).filter(tool -> !byName.containsKey(tool.name())).map(Withdrawal::id),
                decisions.stream()
                    .filter(Decision::granted)
                    .map(Decision::mapping)
                    .filter(Objects::nonNull)
                    .map(mapping -> new ToolId(mapping.connectorId(), mapping.tool())))
            .collect(Collectors.toSet());
    return granted(known)
        .map(Withdrawal::id)
        .filter(tool -> !kept.contains(tool))
        .distinct()
        .toList();
  }

  private static Stream<ArtifactTool> granted(List<ArtifactTool> known) {
    return known.stream()
        .filter(tool -> tool.connectorId() != null)
        .filter(tool ->
            tool.state() == ArtifactTool.State.GRANTED
                || tool.state() == ArtifactTool.State.CHANGED);
  }

  private static ToolId id(ArtifactTool tool) {
    return new ToolId(Objects.requireNonNull(tool.connectorId()), tool.tool());
  }
}
