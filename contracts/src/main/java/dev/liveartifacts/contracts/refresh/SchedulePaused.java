package dev.liveartifacts.contracts.refresh;

import java.time.Instant;
import java.util.UUID;

/**
 * Tells that a schedule has paused itself. Delivered at least once; schedule and {@code at} tell a
 * repeat.
 *
 * @param ownerId the subject of the person who is to be told
 * @param reason a sentence for that person
 */
public record SchedulePaused(
    UUID scheduleId, UUID artifactId, String ownerId, String reason, Instant at) {}
