package dev.liveartifacts.artifact.snapshot;

/** What is known of a call from before. */
public sealed interface Recalled {
  /** It was answered. */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(SnapshotCall call, byte[] result) implements Recalled {}

  /** It was made and failed. */
  record FailedThen(Snapshot snapshot, SnapshotCall call) implements Recalled {}

  /** Nobody made it then, or it is not this person's to see. */
  record NotAsked(Snapshot snapshot) implements Recalled {}

  /** There is no such snapshot of this artifact. */
  record NoSnapshot() implements Recalled {}
}
