package dev.liveartifacts.artifact.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What something was done to: names and ids of ours, each null if it plays no part.
 *
 * @param connector its short name
 * @param tool as the connector calls it
 */
public record Subject(
    @Nullable UUID artifactId,
    @Nullable UUID connectorId,
    @Nullable String connector,
    @Nullable String tool) {
  public static final Subject NONE = new Subject(null, null, null, null);

  public static Subject artifact(UUID id) {
    return new Subject(id, null, null, null);
  }

  /** A tool of a connector that the request's address names. */
  public static Subject tool(String name) {
    return new Subject(null, null, null, name);
  }

  /** What this one does not say, the other may. */
  Subject or(Subject other) {
    return new Subject(
        artifactId == null ? other.artifactId : artifactId,
        connectorId == null ? other.connectorId : connectorId,
        connector == null ? other.connector : connector,
        tool == null ? other.tool : tool);
  }

  Subject withoutTool() {
    return new Subject(artifactId, connectorId, connector, null);
  }
}
