package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.mcp.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Revenue of a period, by month and by kind. */
public record Revenue(
    Instant asOf,
    String currency,
    LocalDate from,
    LocalDate to,
    BigDecimal total,
    List<MonthAmount> months,
    List<CategoryAmount> categories) {
  static Revenue of(Books books, Period period) {
    return new Revenue(
        books.acme().now(),
        Acme.CURRENCY,
        period.from(),
        period.to(),
        Money.euros(books.revenue(period)),
        MonthAmount.each(period, books::revenue),
        List.of(
            category(Account.SUBSCRIPTIONS, books, period),
            category(Account.SERVICES, books, period),
            new CategoryAmount(Account.SHOP.title(), Money.euros(books.shopTakings(period)))));
  }

  private static CategoryAmount category(Account account, Books books, Period period) {
    long cents =
        books.invoices().stream()
            .filter(invoice -> invoice.revenue() == account)
            .filter(invoice -> period.contains(invoice.issuedOn()))
            .mapToLong(Invoice::cents)
            .sum();
    return new CategoryAmount(account.title(), Money.euros(cents));
  }
}
