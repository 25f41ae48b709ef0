package dev.liveartifacts.artifact.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One line of a comparison.
 *
 * @param text cut off where it is very long
 * @param count how many lines are left out; for {@code skipped} alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DiffLine(Kind kind, String text, @Nullable Integer count) {
  private static final int LONGEST = 2_000;

  /** What became of a line. */
  enum Kind {
    @JsonProperty("same")
    SAME,
    @JsonProperty("added")
    ADDED,
    @JsonProperty("removed")
    REMOVED,
    @JsonProperty("skipped")
    SKIPPED
  }

  static DiffLine of(Kind kind, String text) {
    return new DiffLine(
        kind, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …", null);
  }

  static DiffLine skipped(int count) {
    return new DiffLine(Kind.SKIPPED, "", count);
  }
}
