package dev.liveartifacts.artifact.access;

import java.util.UUID;

/**
 * A tool that the owner has granted.
 *
 * @param name what the page calls it
 * @param tool what the connector calls it
 */
public record AllowedTool(
    String name,
    UUID connectorId,
    String connectorSlug,
    String connectorName,
    String tool,
    boolean readOnly) {}
