package dev.liveartifacts.connector.shape;

import org.jspecify.annotations.Nullable;

/** Whether a new field is an old one under another name. */
final class Rename {
  private static final double NEAR_NAME = 0.74;
  private static final double RELATED_NAME = 0.35;
  private static final double NEAR_VALUES = 0.4;
  private static final double SAME_VALUES = 0.75;

  private Rename() {}

  /**
   * How likely it is, from 0 to 2; 0 says no. The fields have the same type, in the same object.
   *
   * @param was a trace of the old field's values; null if it has none
   */
  static double likely(String before, String now, @Nullable Trace was, @Nullable Trace is) {
    double name = FieldName.nearness(before, now);
    if (name < 0) {
      return 0;
    }
    if (was == null || is == null) {
      return name >= NEAR_NAME ? name : 0;
    }
    double values = was.likeness(is);
    boolean near = name >= NEAR_NAME && !was.contradicts(is);
    boolean related = name >= RELATED_NAME && values >= NEAR_VALUES;
    boolean same = values >= SAME_VALUES;
    return near || related || same ? name + Math.max(0, values) : 0;
  }
}
