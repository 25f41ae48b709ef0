package dev.liveartifacts.artifact.comparison;

import dev.liveartifacts.artifact.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What changed from one snapshot to another, source by source. */
record Changes(Mark from, Mark to, List<SourceChange> sources) {

  /** Which snapshot it is. */
  record Mark(UUID id, Instant takenAt) {
    static Mark of(Snapshot snapshot) {
      return new Mark(snapshot.id(), snapshot.takenAt());
    }
  }
}
