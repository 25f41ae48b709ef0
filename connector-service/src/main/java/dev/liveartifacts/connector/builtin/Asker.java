package dev.liveartifacts.connector.builtin;

import dev.liveartifacts.connector.mcp.wire.Credential;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a built-in server is asked for: the connector, and the secret of the connection in whose
 * name it is asked.
 */
public record Asker(UUID connectorId, @Nullable Credential credential) {}
