package dev.liveartifacts.artifact.change;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something changed about an artifact or a person, on this replica or another.
 *
 * @param artifactId null only for {@code PERSON} and {@code UNKNOWN}
 * @param personId whose storage changed, or whose session ended
 * @param number the new version, or the storage's new revision
 * @param refresh what landed
 */
public record Change(
    Kind kind,
    @Nullable UUID artifactId,
    @Nullable UUID personId,
    @Nullable Long number,
    @Nullable Refresh refresh) {

  /** What changed. */
  public enum Kind {
    /** Owner, shares, or the artifact is gone. */
    ACCESS,
    VERSION,
    TOOLS,
    STORAGE,
    /** There is new data. */
    REFRESHED,
    /** A session of somebody has ended, or a token that speaks for them. */
    PERSON,
    /** Announcements may have been missed: anything may have changed. */
    UNKNOWN;

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public static final Change MISSED = new Change(Kind.UNKNOWN, null, null, null, null);
}
