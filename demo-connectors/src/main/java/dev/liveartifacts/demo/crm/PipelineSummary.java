package dev.liveartifacts.demo.crm;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The open deals in figures.
 *
 * @param weightedAmount each amount times its probability
 * @param wonThisMonth what was won since the first of the month
 */
public record PipelineSummary(
    Instant asOf,
    String currency,
    int count,
    long amount,
    long weightedAmount,
    int closingThisMonth,
    long closingThisMonthAmount,
    long wonThisMonth,
    List<StageTotal> stages) {

  /** The open deals in one stage. */
  public record StageTotal(Stage stage, int count, long amount) {}

  static PipelineSummary of(Instant asOf, String currency, YearMonth month, Deals deals) {
    List<Deal> open = deals.open().toList();
    List<Deal> closing = open.stream().filter(deal -> closesIn(month, deal)).toList();
    return new PipelineSummary(
        asOf,
        currency,
        open.size(),
        amount(open),
        open.stream().mapToLong(Deal::weightedAmount).sum(),
        closing.size(),
        amount(closing),
        amount(deals.won().filter(deal -> closesIn(month, deal)).toList()),
        Stream.of(Stage.values()).filter(Stage::isOpen).map(stage -> total(stage, open)).toList());
  }

  private static StageTotal total(Stage stage, List<Deal> open) {
    List<Deal> there = open.stream().filter(deal -> deal.stage() == stage).toList();
    return new StageTotal(stage, there.size(), amount(there));
  }

  private static boolean closesIn(YearMonth month, Deal deal) {
    return YearMonth.from(deal.closeDate()).equals(month);
  }

  private static long amount(List<Deal> deals) {
    return deals.stream().mapToLong(Deal::amount).sum();
  }
}
