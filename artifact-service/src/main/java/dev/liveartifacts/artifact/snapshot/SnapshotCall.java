package dev.liveartifacts.artifact.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.schedule.ToolId;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a snapshot: what was asked, and how it went. Its result is in the {@link
 * ContentStore} under {@code content}.
 *
 * @param position place among the calls that were delegated
 * @param arguments JSON object, as they were sent; null if the call failed
 * @param relative the arguments that depend on the day
 * @param shared true if the workspace's connection was used
 * @param shown true if the owner shows what this call answers to all who open the artifact
 * @param storedAt when the result came; null if the call failed
 * @param content SHA-256 of the result in lower-case hex; null if the call failed
 * @param bytes size of the result
 * @param rows how many rows it has; null if it is no list
 * @param error why it failed; null if it did not
 */
public record SnapshotCall(
    int position,
    UUID connectorId,
    String connector,
    String tool,
    @Nullable String arguments,
    List<RelativeArgument> relative,
    boolean shared,
    boolean shown,
    long durationMillis,
    @Nullable Instant storedAt,
    @Nullable String shapeHash,
    @Nullable String content,
    int bytes,
    @Nullable Integer rows,
    @Nullable CallError error) {
  public SnapshotCall {
    relative = List.copyOf(relative);
  }

  /** True if there is a result. */
  public boolean good() {
    return content != null;
  }

  ToolId toolId() {
    return new ToolId(connectorId, tool);
  }

  boolean asks(UUID connector, String toolName) {
    return connectorId.equals(connector) && tool.equals(toolName);
  }

  ObjectNode readArguments() {
    try {
      return arguments == null
          ? Arguments.JSON.createObjectNode()
          : Arguments.JSON.readValue(arguments, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
