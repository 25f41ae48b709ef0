package dev.liveartifacts.artifact.admin;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param next what {@code after} says to get the next part; null in the last one
 */
record Part<T>(List<T> items, @Nullable String next) {
  /**
   * @param found one more than the part holds, if there is more
   */
  static <T> Part<T> of(List<T> found, int limit, Function<T, Object> place) {
    return found.size() <= limit
        ? new Part<>(found, null)
        : new Part<>(found.subList(0, limit), place.apply(found.get(limit - 1)).toString());
  }
}
