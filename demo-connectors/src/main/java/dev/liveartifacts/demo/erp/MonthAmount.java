package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.mcp.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A sum for one month.
 *
 * @param month like 2026-03
 */
public record MonthAmount(String month, BigDecimal amount) {
  /** One for each month that the period touches; its first and last may be partial. */
  static List<MonthAmount> each(Period period, ToLongFunction<Period> cents) {
    YearMonth last = YearMonth.from(period.to());
    return Stream.iterate(
            YearMonth.from(period.from()), month -> !month.isAfter(last), m -> m.plusMonths(1))
        .map(month -> of(month, cents.applyAsLong(part(month, period))))
        .toList();
  }

  private static MonthAmount of(YearMonth month, long cents) {
    return new MonthAmount(month.toString(), Money.euros(cents));
  }

  private static Period part(YearMonth month, Period period) {
    LocalDate first = month.atDay(1);
    LocalDate last = month.atEndOfMonth();
    return new Period(
        first.isBefore(period.from()) ? period.from() : first,
        last.isAfter(period.to()) ? period.to() : last);
  }
}
