package dev.liveartifacts.artifact.mapping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which connector's tool a page means by a name.
 *
 * @param readOnly false if unknown: such a tool asks before each call
 * @param schemaHash the tool's schema at this moment; null if unknown
 */
public record Mapping(
    UUID connectorId,
    String connectorSlug,
    String connectorName,
    String tool,
    boolean readOnly,
    @Nullable String schemaHash) {

  public static Mapping known(ConnectorTools connector, ConnectorTools.Tool tool) {
    return new Mapping(
        connector.id(),
        connector.slug(),
        connector.name(),
        tool.name(),
        tool.readOnly(),
        tool.schemaHash());
  }

  static Mapping unseen(ConnectorTools connector, String tool) {
    return new Mapping(connector.id(), connector.slug(), connector.name(), tool, false, null);
  }
}
