package dev.liveartifacts.connector.connection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose connection to a connector is meant.
 *
 * @param personId null for the workspace's
 * @param signedIn false if requests need something that somebody has to give first
 */
public record Holder(UUID connectorId, @Nullable String personId, boolean signedIn) {}
