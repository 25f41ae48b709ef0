package dev.liveartifacts.artifact.schedule;

import java.time.Instant;

/**
 * A recorded call, and when the owner's page made it for the first and for the last time.
 *
 * @param lately true if that was since its owner opened it last, or not known
 */
public record SeenCall(RecordedCall call, Instant first, Instant last, boolean lately) {}
