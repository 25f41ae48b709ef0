package dev.liveartifacts.artifact.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool that the owner has granted.
 *
 * @param name what the page calls it
 * @param tool what the connector calls it
 * @param schemaHash the tool as it was when it was granted; null if that was not known
 * @param always true if this person lets it write here without being asked each time
 */
public record AllowedTool(
    String name,
    UUID connectorId,
    String connectorSlug,
    String connectorName,
    String tool,
    boolean readOnly,
    @Nullable String schemaHash,
    boolean always) {}
