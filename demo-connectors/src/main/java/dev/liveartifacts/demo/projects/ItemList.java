package dev.liveartifacts.demo.projects;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Items that match, the earliest due date first.
 *
 * @param count how many match; more than there are in the list if the limit cut it
 */
public record ItemList(Instant asOf, int count, List<ItemView> items) {
  static ItemList of(Instant asOf, Stream<ItemView> unsorted, int limit) {
    List<ItemView> items =
        unsorted.sorted(Comparator.comparing(ItemView::dueOn).thenComparing(ItemView::id)).toList();
    return new ItemList(asOf, items.size(), items.stream().limit(limit).toList());
  }
}
