/**
 * {@code SnapshotStored, time → AlertLoop → Gauge → Course → EpisodeStore → delivery, notice}: what
 * people want to be told about refreshed data.
 */
@NullMarked
package dev.liveartifacts.artifact.alert;

import org.jspecify.annotations.NullMarked;
