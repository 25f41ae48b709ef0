package dev.liveartifacts.connector.mcp.wire;

import java.time.Duration;

/**
 * The bounds of one exchange.
 *
 * @param bytes the most that is read of a response, all of it counted
 * @param connectionsPerEndpoint more wait for one to become free
 */
public record WireLimits(long bytes, Duration connectTimeout, int connectionsPerEndpoint) {}
