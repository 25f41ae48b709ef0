package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One booking in the ledger: the same cents on the debit of one account and the credit of another.
 */
record Posting(
    Instant at, String reference, String text, Account debit, Account credit, long cents) {
  LocalDate day() {
    return Acme.dayOf(at);
  }

  /** What this adds to the account's debit balance. */
  long effectOn(Account account) {
    long plus = debit == account ? cents : 0;
    return credit == account ? plus - cents : plus;
  }
}
