package dev.liveartifacts.contracts.refresh;

import java.time.Instant;
import java.util.UUID;

/**
 * Tells that one more call of a run has ended. Best effort: some may be lost, come twice or late;
 * {@link RefreshFinished} says the truth.
 *
 * @param done how many calls have ended, this one included; {@code total} is how many are made
 */
public record RefreshProgress(
    UUID runId,
    UUID scheduleId,
    UUID artifactId,
    int done,
    int total,
    CallReport call,
    Instant at) {}
