package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Unpaid invoices or bills, the oldest due date first.
 *
 * @param count how many match; more than there are in the list if the limit cut it
 * @param total of all that match
 * @param ages the total by how long it is overdue
 */
public record OpenItems(
    Instant asOf,
    String currency,
    int count,
    BigDecimal total,
    BigDecimal overdue,
    List<AgeTotal> ages,
    List<OpenItem> items) {

  /** The unpaid items of one age. */
  public record AgeTotal(Age age, int count, BigDecimal amount) {}

  static OpenItems of(Instant asOf, Stream<OpenItem> unsorted, int limit) {
    List<OpenItem> items =
        unsorted.sorted(Comparator.comparing(OpenItem::dueOn).thenComparing(OpenItem::id)).toList();
    return new OpenItems(
        asOf,
        Acme.CURRENCY,
        items.size(),
        sum(items.stream()),
        sum(items.stream().filter(OpenItem::isOverdue)),
        Stream.of(Age.values()).map(age -> total(age, items)).toList(),
        items.stream().limit(limit).toList());
  }

  private static AgeTotal total(Age age, List<OpenItem> items) {
    List<OpenItem> there = items.stream().filter(item -> item.age() == age).toList();
    return new AgeTotal(age, there.size(), sum(there.stream()));
  }

  private static BigDecimal sum(Stream<OpenItem> items) {
    return items.map(OpenItem::amount).reduce(Money.euros(0), BigDecimal::add);
  }
}
