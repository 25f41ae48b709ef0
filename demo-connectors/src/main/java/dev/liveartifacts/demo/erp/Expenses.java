package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.mcp.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Expenses of a period, by month and by kind. */
public record Expenses(
    Instant asOf,
    String currency,
    LocalDate from,
    LocalDate to,
    BigDecimal total,
    List<MonthAmount> months,
    List<CategoryAmount> categories) {
  static Expenses of(Books books, Period period) {
    return new Expenses(
        books.acme().now(),
        Acme.CURRENCY,
        period.from(),
        period.to(),
        Money.euros(books.expenses(period)),
        MonthAmount.each(period, books::expenses),
        Stream.of(Account.values())
            .filter(Account::isExpense)
            .map(account -> category(account, books, period))
            .toList());
  }

  private static CategoryAmount category(Account account, Books books, Period period) {
    long cents =
        books
            .billsIn(period)
            .filter(bill -> bill.expense() == account)
            .mapToLong(Bill::cents)
            .sum();
    return new CategoryAmount(account.title(), Money.euros(cents));
  }
}
