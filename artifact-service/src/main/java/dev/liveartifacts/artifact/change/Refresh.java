package dev.liveartifacts.artifact.change;

import java.time.Instant;
import java.util.UUID;

/**
 * A refresh that landed.
 *
 * @param outcome {@code finished}, {@code partly} or {@code failed}
 */
public record Refresh(UUID runId, UUID snapshotId, String outcome, Instant takenAt) {}
