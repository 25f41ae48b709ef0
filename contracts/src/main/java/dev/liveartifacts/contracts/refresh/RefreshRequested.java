package dev.liveartifacts.contracts.refresh;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks connector-service to make the calls of one delegation past the cache. Delivered at least
 * once; {@code runId} tells a repeat.
 *
 * @param delegationId what the run may call; checked against {@code artifactId} and {@code ownerId}
 *     before any call
 * @param ownerId the subject of the person whose connections are used
 * @param dueAt when the schedule said it should run; {@code requestedAt} is when it was asked for
 * @param timeZone IANA name of the zone in which relative arguments are evaluated; UTC where a
 *     scheduler of before says none
 * @param retryOf the run whose failed calls alone are made again; null for all calls
 */
public record RefreshRequested(
    UUID runId,
    UUID scheduleId,
    UUID artifactId,
    UUID delegationId,
    String ownerId,
    Instant dueAt,
    Instant requestedAt,
    String timeZone,
    @Nullable UUID retryOf) {
  private static final String UNSAID = "UTC";

  public RefreshRequested {
    timeZone = Objects.requireNonNullElse(timeZone, UNSAID);
  }
}
