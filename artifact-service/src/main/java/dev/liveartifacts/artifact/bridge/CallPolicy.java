package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.mapping.ToolName;
import java.util.List;
import java.util.Optional;

/**
 * Checks a call in the order of the page's contract: arguments, allowlist, confirmation. The rate
 * limit follows; connector, connection and policy are connector-service's to check.
 */
final class CallPolicy {
  private CallPolicy() {}

  static Verdict decide(Call call, List<AllowedTool> allowed) {
    JsonNode args = call.args() == null ? JsonNodeFactory.instance.objectNode() : call.args();
    if (!(args instanceof ObjectNode arguments)) {
      return Refusal.argumentsNoObject(call.name());
    }
    Optional<AllowedTool> tool = find(call.name(), allowed);
    if (tool.isEmpty()) {
      return Refusal.notInAllowlist(call.name());
    }
    if (!tool.get().readOnly() && call.asOf() != null) {
      return Refusal.nothingChangesThen(call.name(), tool.get());
    }
    if (!tool.get().readOnly() && call.asViewer()) {
      return Refusal.nothingChangesAsViewer(call.name(), tool.get());
    }
    if (!tool.get().readOnly() && !call.confirmed() && !tool.get().always()) {
      return Refusal.confirmationNeeded(call.name(), tool.get());
    }
    return new Permitted(call, tool.get(), arguments);
  }

  /** By the very name, else by the connector's name or slug and the tool's own name. */
  private static Optional<AllowedTool> find(String name, List<AllowedTool> allowed) {
    List<ToolName.Reading> readings = new ToolName(name).readings();
    return allowed.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .or(() -> allowed.stream().filter(tool -> meant(readings, tool)).findFirst());
  }

  private static boolean meant(List<ToolName.Reading> readings, AllowedTool tool) {
    return readings.stream()
        .filter(reading -> reading.tool().equals(tool.tool()))
        .map(ToolName.Reading::server)
        .anyMatch(server ->
            server.equalsIgnoreCase(tool.connectorSlug())
                || server.equalsIgnoreCase(tool.connectorName()));
  }
}
