package dev.liveartifacts.connector.mcp;

import dev.liveartifacts.connector.mcp.wire.Credential;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server, and the connection in whose name it is asked. Sessions and ids are kept per target: two
 * connections never share one, and neither do two generations of a connection.
 */
public record McpTarget(
    UUID connectionId, int generation, URI endpoint, @Nullable Credential credential) {}
