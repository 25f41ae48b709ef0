package dev.liveartifacts.artifact.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that is worth telling.
 *
 * @param occasion the episode that it belongs to
 * @param snapshotId the data in which it was seen
 * @param takenAt when that data was fetched
 * @param words a sentence
 */
record Happening(Kind kind, UUID occasion, UUID snapshotId, Instant takenAt, String words) {

  /** What is told. */
  enum Kind {
    BEGAN("alert.began"),
    OVER("alert.over"),
    UNREADABLE("alert.unreadable"),
    TEST("alert.test");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** As webhooks call it. */
    String type() {
      return type;
    }
  }
}
