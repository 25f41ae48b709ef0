package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What Acme owes or owed.
 *
 * @param paidAt when Acme pays, perhaps in the future
 */
record Bill(
    String id,
    String supplier,
    Account expense,
    Instant receivedAt,
    LocalDate dueOn,
    Instant paidAt,
    long cents) {
  LocalDate receivedOn() {
    return Acme.dayOf(receivedAt);
  }
}
