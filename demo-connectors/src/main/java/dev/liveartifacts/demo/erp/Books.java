package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.crm.Deals;
import dev.liveartifacts.demo.mcp.Period;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Acme's documents at one instant, and what they add up to; all sums are in cents. */
record Books(Acme acme, List<Invoice> invoices, List<Bill> bills, List<ShopDay> shop) {
  static final long OPENING_CASH = 85_000_000;

  static Books of(Acme acme, Deals deals) {
    return new Books(acme, Sales.invoices(acme, deals), Purchases.bills(acme), ShopDay.all(acme));
  }

  long revenue(Period period) {
    long invoiced =
        invoices.stream()
            .filter(invoice -> period.contains(invoice.issuedOn()))
            .mapToLong(Invoice::cents)
            .sum();
    return invoiced + shopTakings(period);
  }

  long shopTakings(Period period) {
    return shop.stream().filter(day -> period.contains(day.day())).mapToLong(ShopDay::cents).sum();
  }

  long expenses(Period period) {
    return billsIn(period).mapToLong(Bill::cents).sum();
  }

  Stream<Bill> billsIn(Period period) {
    return bills.stream().filter(bill -> period.contains(bill.receivedOn()));
  }

  Stream<Invoice> receivables() {
    return invoices.stream().filter(invoice -> !acme.hasHappened(invoice.paidAt()));
  }

  Stream<Bill> payables() {
    return bills.stream().filter(bill -> !acme.hasHappened(bill.paidAt()));
  }

  long cash() {
    return cashAt(acme.now());
  }

  /** Cash at an instant that is not after now; the shop's takings count when they are booked. */
  long cashAt(Instant instant) {
    return OPENING_CASH + received(Instant.MIN, instant) - paid(Instant.MIN, instant);
  }

  /** What came in after the first instant, up to the second. */
  long received(Instant after, Instant until) {
    long payments =
        invoices.stream()
            .filter(invoice -> within(invoice.paidAt(), after, until))
            .mapToLong(Invoice::cents)
            .sum();
    long takings =
        shop.stream()
            .filter(day -> within(day.bookedAt(acme), after, until))
            .mapToLong(ShopDay::cents)
            .sum();
    return payments + takings;
  }

  /** What went out after the first instant, up to the second. */
  long paid(Instant after, Instant until) {
    return bills.stream()
        .filter(bill -> within(bill.paidAt(), after, until))
        .mapToLong(Bill::cents)
        .sum();
  }

  private static boolean within(Instant instant, Instant after, Instant until) {
    return instant.isAfter(after) && !instant.isAfter(until);
  }
}
