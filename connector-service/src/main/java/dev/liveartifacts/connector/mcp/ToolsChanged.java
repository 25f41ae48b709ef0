package dev.liveartifacts.connector.mcp;

import java.net.URI;
import java.util.UUID;

/**
 * A server told that it offers other tools than before: what is known of them is to be asked anew.
 */
public record ToolsChanged(UUID connectionId, URI endpoint) {}
