package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cash position and how it came about.
 *
 * @param receivedLast30Days what came in
 * @param paidLast30Days what went out
 * @param weeks the balance at the start of each of the last 52 weeks, oldest first
 */
public record Cash(
    Instant asOf,
    String currency,
    BigDecimal balance,
    BigDecimal receivedLast30Days,
    BigDecimal paidLast30Days,
    List<WeekBalance> weeks) {
  private static final int WEEKS = 52;

  /** The balance at the start of a day. */
  public record WeekBalance(LocalDate date, BigDecimal balance) {}

  static Cash of(Books books) {
    Acme acme = books.acme();
    Instant monthAgo = acme.now().minus(30, ChronoUnit.DAYS);
    return new Cash(
        acme.now(),
        Acme.CURRENCY,
        Money.euros(books.cash()),
        Money.euros(books.received(monthAgo, acme.now())),
        Money.euros(books.paid(monthAgo, acme.now())),
        Stream.iterate(WEEKS - 1, week -> week >= 0, week -> week - 1)
            .map(week -> acme.today().minusWeeks(week))
            .filter(day -> !day.isBefore(Acme.FOUNDED))
            .map(day -> balance(books, day))
            .toList());
  }

  private static WeekBalance balance(Books books, LocalDate day) {
    return new WeekBalance(day, Money.euros(books.cashAt(Acme.startOf(day))));
  }
}
