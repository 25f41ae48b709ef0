package dev.liveartifacts.artifact.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A handover of which another service may not know yet.
 *
 * @param issuer with {@code subject}, who had the artifact before, as the other services know them
 * @param before what was given later stays, as it is theirs again; null: everything ends
 * @param attempts with this one
 */
record Unfinished(
    UUID id,
    UUID artifactId,
    String issuer,
    String subject,
    @Nullable Instant before,
    boolean delegationsEnded,
    boolean schedulesPaused,
    int attempts) {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** How long to wait when this attempt did not succeed. */
  Duration pause() {
    long seconds = 1L << Math.min(attempts, 6);
    return Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE.toSeconds()));
  }
}
