/** {@code finished run → SnapshotStore, ContentStore → Snapshot → Recollection → page, person}. */
@NullMarked
package dev.liveartifacts.artifact.snapshot;

import org.jspecify.annotations.NullMarked;
