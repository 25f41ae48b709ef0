package dev.liveartifacts.artifact.snapshot;

import java.util.UUID;

/**
 * Fired once by the replica that stored a snapshot, after it was committed. Who must not miss one
 * looks for it in the database as well: a replica may die in between.
 */
public record SnapshotStored(UUID artifactId, UUID snapshotId) {}
