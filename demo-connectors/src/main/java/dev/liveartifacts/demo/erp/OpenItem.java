package dev.liveartifacts.demo.erp;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An unpaid invoice or bill.
 *
 * @param party the customer or the supplier
 * @param partyId the customer's id in the CRM; empty for a supplier
 * @param daysOverdue zero if it is not due yet
 */
public record OpenItem(
    String id,
    String party,
    String partyId,
    String text,
    LocalDate issuedOn,
    LocalDate dueOn,
    BigDecimal amount,
    long daysOverdue,
    Age age) {
  static OpenItem of(Invoice invoice, LocalDate today) {
    return new OpenItem(
        invoice.id(),
        invoice.customer().name(),
        invoice.customer().id(),
        invoice.text(),
        invoice.issuedOn(),
        invoice.dueOn(),
        Money.euros(invoice.cents()),
        Age.daysOverdue(invoice.dueOn(), today),
        Age.of(invoice.dueOn(), today));
  }

  static OpenItem of(Bill bill, LocalDate today) {
    return new OpenItem(
        bill.id(),
        bill.supplier(),
        "",
        bill.expense().title(),
        bill.receivedOn(),
        bill.dueOn(),
        Money.euros(bill.cents()),
        Age.daysOverdue(bill.dueOn(), today),
        Age.of(bill.dueOn(), today));
  }

  boolean isOverdue() {
    return age != Age.NOT_DUE;
  }
}
