package dev.liveartifacts.contracts.refresh;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks connector-service to make the calls of one delegation past the cache. Delivered at least
 * once; {@code runId} tells a repeat.
 *
 * @param delegationId what the run may call; checked against {@code artifactId} and {@code ownerId}
 *     before any call
 * @param ownerId the subject of the person whose connections are used
 * @param dueAt when the schedule said it should run; {@code requestedAt} is when it was asked for
 */
public record RefreshRequested(
    UUID runId,
    UUID scheduleId,
    UUID artifactId,
    UUID delegationId,
    String ownerId,
    Instant dueAt,
    Instant requestedAt) {}
