package dev.liveartifacts.contracts.relative;

import dev.liveartifacts.contracts.relative.Anchor.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How likely a page means a relative time when it sends a value that fits. Lower is likelier. */
final class Likelihood {
  static final int UNLIKELY = 50;

  private static final Set<Integer> COMMON_DAYS = Set.of(1, 7, 14, 28, 30, 60, 90, 180, 365);
  private static final Set<Integer> COMMON_MONTHS = Set.of(1, 2, 3, 6, 12);
  private static final List<String> BEGINNINGS =
      List.of("from", "since", "start", "begin", "after", "min", "gte", "period", "month");

  private Likelihood() {}

  /**
   * @param name of the argument: where something begins, a period's first day is likelier than a
   *     day that happens to be the first
   */
  static int of(RelativeTime time, String name) {
    int likelihood =
        switch (time.anchor().period()) {
          case MOMENT -> day(time) - 5;
          case DAY -> day(time);
          case WEEK, MONTH, QUARTER, YEAR -> edge(time);
        };
    boolean sidesWith = !time.anchor().isEnd() && isEdge(time) && likelihood < UNLIKELY;
    return sidesWith && isBeginning(name) ? likelihood - 15 : likelihood;
  }

  private static boolean isEdge(RelativeTime time) {
    return time.anchor().period().compareTo(Period.DAY) > 0;
  }

  private static boolean isBeginning(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return BEGINNINGS.stream().anyMatch(lower::contains);
  }

  private static int day(RelativeTime time) {
    if (!time.isShifted()) {
      return time.anchor() == Anchor.TODAY || time.anchor() == Anchor.NOW ? 10 : 11;
    }
    boolean common =
        time.months() == 0
            ? COMMON_DAYS.contains(Math.abs(time.days()))
            : COMMON_MONTHS.contains(Math.abs(time.months()));
    int distance = Math.abs(time.months()) * 30 + Math.abs(time.days());
    int order = time.months() == 0 ? 0 : 1;
    return common ? 30 + order : UNLIKELY + 40 + order + distance;
  }

  private static int edge(RelativeTime time) {
    int order =
        switch (time.anchor().period()) {
          case MOMENT, DAY, MONTH -> 0;
          case YEAR -> 1;
          case QUARTER -> 2;
          case WEEK -> 3;
        };
    int away = Math.abs(time.months()) / monthsIn(time.anchor().period()) + Math.abs(time.days());
    int near = time.anchor().period() == Period.WEEK ? 7 : 1;
    if (away == 0) {
      return 20 + order;
    }
    return away <= near ? 40 + order : UNLIKELY + order + away;
  }

  private static int monthsIn(Period period) {
    return switch (period) {
      case MOMENT, DAY, WEEK, MONTH -> 1;
      case QUARTER -> 3;
      case YEAR -> 12;
    };
  }
}
