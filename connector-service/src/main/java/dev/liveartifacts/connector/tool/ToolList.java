package dev.liveartifacts.connector.tool;

import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.policy.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a connector offered when it was last asked.
 *
 * @param changes how tools differ from what an administrator last saw, by name
 */
public record ToolList(
    List<Tool> tools,
    Map<String, Tool> byName,
    Instant fetchedAt,
    Map<String, ToolChange> changes) {
  /** When a list was fetched of which the server said meanwhile that it changed. */
  static final Instant OUTDATED = Instant.EPOCH;

  public ToolList {
    tools = List.copyOf(tools);
    byName = Map.copyOf(byName);
    changes = Map.copyOf(changes);
  }

  static ToolList of(List<Tool> tools, Instant fetchedAt) {
    Map<String, Tool> byName =
        tools.stream()
            .collect(Collectors.toMap(Tool::name, Function.identity(), (first, again) -> first));
    return new ToolList(tools, byName, fetchedAt, Map.of());
  }

  ToolList changed(Map<String, ToolChange> found) {
    return new ToolList(tools, byName, fetchedAt, found);
  }

  public Optional<Tool> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Nullable ToolChange change(Tool tool) {
    return changes.get(tool.name());
  }

  /** What the tool said about itself when an administrator last saw it. */
  Claim known(Tool tool) {
    ToolChange change = changes.get(tool.name());
    return change == null ? Claim.of(tool) : change.known();
  }

  boolean isSameAs(ToolList other) {
    return tools.equals(other.tools) && changes.equals(other.changes);
  }

  boolean isOutdated() {
    return fetchedAt.equals(OUTDATED);
  }

  boolean isOlderThan(Instant moment) {
    return fetchedAt.isBefore(moment);
  }
}
