package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.mcp.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ledger of a period, the newest line first.
 *
 * @param count how many lines match; more than there are in the list if the limit cut it
 * @param debit of all that match
 * @param credit of all that match
 */
public record LedgerLines(
    Instant asOf,
    String currency,
    LocalDate from,
    LocalDate to,
    int count,
    BigDecimal debit,
    BigDecimal credit,
    List<Line> lines) {

  /** One side of a booking. */
  public record Line(
      LocalDate date,
      String reference,
      String text,
      int account,
      String accountName,
      BigDecimal debit,
      BigDecimal credit) {}

  static LedgerLines of(
      Ledger ledger, Instant asOf, Period period, Optional<Account> account, int limit) {
    List<Line> lines =
        ledger.postings().reversed().stream()
            .filter(posting -> period.contains(posting.day()))
            .flatMap(LedgerLines::sides)
            .filter(line -> account.map(Account::number).orElse(line.account()) == line.account())
            .toList();
    return new LedgerLines(
        asOf,
        Acme.CURRENCY,
        period.from(),
        period.to(),
        lines.size(),
        lines.stream().map(Line::debit).reduce(Money.euros(0), BigDecimal::add),
        lines.stream().map(Line::credit).reduce(Money.euros(0), BigDecimal::add),
        lines.stream().limit(limit).toList());
  }

  private static Stream<Line> sides(Posting posting) {
    return Stream.of(
        line(posting, posting.debit(), posting.cents(), 0),
        line(posting, posting.credit(), 0, posting.cents()));
  }

  private static Line line(Posting posting, Account account, long debit, long credit) {
    return new Line(
        posting.day(),
        posting.reference(),
        posting.text(),
        account.number(),
        account.title(),
        Money.euros(debit),
        Money.euros(credit));
  }
}
