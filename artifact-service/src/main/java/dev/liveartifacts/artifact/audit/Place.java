package dev.liveartifacts.artifact.audit;

import java.time.DateTimeException;
import java.time.Instant;

/** Where an entry stands in the log; written {@code 2026-11-21T09:00:00.5Z_17}. */
record Place(Instant at, long id) {
  /**
   * @throws IllegalArgumentException if it is none
   */
  static Place of(String text) {
    int bar = text.indexOf('_');
    try {
      return new Place(
          Instant.parse(text.substring(0, Math.max(0, bar))),
          Long.parseLong(text.substring(bar + 1)));
    } catch (DateTimeException | NumberFormatException unreadable) {
      throw new IllegalArgumentException("No place in the audit log", unreadable);
    }
  }

  @Override
  public String toString() {
    return at + "_" + id;
  }
}
