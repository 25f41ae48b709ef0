package dev.liveartifacts.artifact.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of an artifact's shares.
 *
 * @param total how many there are that fit the search
 * @param next ask for those after this one; null if there are no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shares(List<Share> items, long total, @Nullable UUID next) {
  Shares {
    items = List.copyOf(items);
  }

  /**
   * @param found one more than wanted, if there are more
   */
  static Shares of(List<Share> found, long total, int wanted) {
    boolean more = found.size() > wanted;
    List<Share> items = more ? found.subList(0, wanted) : found;
    return new Shares(items, total, more ? items.getLast().id() : null);
  }
}
