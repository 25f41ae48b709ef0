package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Company;
import dev.liveartifacts.demo.acme.Dice;
import dev.liveartifacts.demo.crm.Deal;
import dev.liveartifacts.demo.crm.Deals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the invoices: one a month for each subscription, one for each deal that was won. */
final class Sales {
  private static final int DAYS_TO_PAY = 30;

  private Sales() {}

  /** All invoices issued so far, in the order of their numbers. */
  static List<Invoice> invoices(Acme acme, Deals deals) {
    List<Invoice> issued =
        Stream.concat(
                acme.months().flatMap(month -> subscriptions(acme, month)),
                deals.won().map(deal -> services(acme, deal)))
            .filter(invoice -> acme.hasHappened(invoice.issuedAt()))
            .sorted(Comparator.comparing(Invoice::issuedAt))
            .toList();
    return Stream.iterate(0, i -> i < issued.size(), i -> i + 1)
        .map(i -> issued.get(i).numbered(i + 1))
        .toList();
  }

  private static Stream<Invoice> subscriptions(Acme acme, LocalDate month) {
    return acme.companies().stream()
        .filter(company -> company.isCustomer(month))
        .map(company -> subscription(acme, company, month));
  }

  private static Invoice subscription(Acme acme, Company company, LocalDate month) {
    return invoice(
        acme.dice("subscription", company.number(), month.toEpochDay()),
        company,
        Account.SUBSCRIPTIONS,
        "Subscription",
        Acme.startOf(month).plus(6, ChronoUnit.HOURS).plusSeconds(company.number() * 60L),
        company.monthlyFee() * 100L);
  }

  private static Invoice services(Acme acme, Deal deal) {
    Instant closed = deal.closedAt() == null ? acme.now() : deal.closedAt();
    return invoice(
        acme.dice("services", deal.number()),
        deal.company(),
        Account.SERVICES,
        deal.id() + " " + deal.name(),
        closed,
        deal.amount() * 100);
  }

  private static Invoice invoice(
      Dice dice, Company customer, Account revenue, String text, Instant issuedAt, long cents) {
    int late = (int) Math.round(customer.paysLate() * dice.between(0, 130));
    int days = dice.between(10, DAYS_TO_PAY) + late;
    Instant paidAt =
        issuedAt.plus(days, ChronoUnit.DAYS).plusSeconds(dice.between(-20_000, 20_000));
    LocalDate dueOn = Acme.dayOf(issuedAt).plusDays(DAYS_TO_PAY);
    return new Invoice("", customer, revenue, text, issuedAt, dueOn, paidAt, cents);
  }
}
