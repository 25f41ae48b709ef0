package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every booking so far, oldest first. */
record Ledger(List<Posting> postings) {

  static Ledger of(Books books) {
    Acme acme = books.acme();
    return new Ledger(
        Stream.of(
                Stream.of(opening()),
                books.invoices().stream().flatMap(Ledger::issuedAndPaid),
                books.bills().stream().flatMap(Ledger::receivedAndPaid),
                books.shop().stream().map(day -> sold(day, acme)))
            .flatMap(postings -> postings)
            .filter(posting -> acme.hasHappened(posting.at()))
            .sorted(Comparator.comparing(Posting::at).thenComparing(Posting::reference))
            .toList());
  }

  /** The debit balance of an account, in cents. */
  long balance(Account account) {
    return postings.stream().mapToLong(posting -> posting.effectOn(account)).sum();
  }

  private static Posting opening() {
    return new Posting(
        Acme.startOf(Acme.FOUNDED),
        "OPENING",
        "Paid-in capital",
        Account.CASH,
        Account.EQUITY,
        Books.OPENING_CASH);
  }

  private static Stream<Posting> issuedAndPaid(Invoice invoice) {
    String text = invoice.customer().name() + ": " + invoice.text();
    return Stream.of(
        new Posting(
            invoice.issuedAt(),
            invoice.id(),
            text,
            Account.RECEIVABLES,
            invoice.revenue(),
            invoice.cents()),
        new Posting(
            invoice.paidAt(),
            invoice.id(),
            "Payment from " + invoice.customer().name(),
            Account.CASH,
            Account.RECEIVABLES,
            invoice.cents()));
  }

  private static Stream<Posting> receivedAndPaid(Bill bill) {
    return Stream.of(
        new Posting(
            bill.receivedAt(),
            bill.id(),
            bill.supplier(),
            bill.expense(),
            Account.PAYABLES,
            bill.cents()),
        new Posting(
            bill.paidAt(),
            bill.id(),
            "Payment to " + bill.supplier(),
            Account.PAYABLES,
            Account.CASH,
            bill.cents()));
  }

  private static Posting sold(ShopDay day, Acme acme) {
    return new Posting(
        day.bookedAt(acme),
        "SHOP-" + day.day(),
        "Online shop",
        Account.CASH,
        Account.SHOP,
        day.cents());
  }
}
