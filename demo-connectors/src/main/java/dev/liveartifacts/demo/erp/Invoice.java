package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Company;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a customer owes or owed.
 *
 * @param paidAt when the customer pays, perhaps in the future
 */
record Invoice(
    String id,
    Company customer,
    Account revenue,
    String text,
    Instant issuedAt,
    LocalDate dueOn,
    Instant paidAt,
    long cents) {
  LocalDate issuedOn() {
    return Acme.dayOf(issuedAt);
  }

  Invoice numbered(int number) {
    String next = "INV-%d-%04d".formatted(issuedOn().getYear(), number);
    return new Invoice(next, customer, revenue, text, issuedAt, dueOn, paidAt, cents);
  }
}
