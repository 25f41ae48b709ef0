package dev.liveartifacts.contracts.relative;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** A day, or a moment, that moves with time. Weeks begin on Monday (ISO 8601). */
enum Anchor {
  NOW("now", Period.MOMENT, false),
  TODAY("today", Period.DAY, false),
  YESTERDAY("yesterday", Period.DAY, false),
  TOMORROW("tomorrow", Period.DAY, false),
  DAY_END("day.end", Period.DAY, true),
  WEEK_START("week.start", Period.WEEK, false),
  WEEK_END("week.end", Period.WEEK, true),
  MONTH_START("month.start", Period.MONTH, false),
  MONTH_END("month.end", Period.MONTH, true),
  QUARTER_START("quarter.start", Period.QUARTER, false),
  QUARTER_END("quarter.end", Period.QUARTER, true),
  YEAR_START("year.start", Period.YEAR, false),
  YEAR_END("year.end", Period.YEAR, true);

  /** What an anchor is the start or the end of. */
  enum Period {
    MOMENT,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  private final String text;
  private final Period period;
  private final boolean end;

  Anchor(String text, Period period, boolean end) {
    this.text = text;
    this.period = period;
    this.end = end;
  }

  static Optional<Anchor> of(String text) {
    return Arrays.stream(values()).filter(anchor -> anchor.text.equals(text)).findFirst();
  }

  String text() {
    return text;
  }

  Period period() {
    return period;
  }

  /** The one that begins what this one is the start or the end of. */
  Anchor first() {
    return switch (this) {
      case NOW, TODAY, DAY_END -> TODAY;
      case YESTERDAY -> YESTERDAY;
      case TOMORROW -> TOMORROW;
      case WEEK_START, WEEK_END -> WEEK_START;
      case MONTH_START, MONTH_END -> MONTH_START;
      case QUARTER_START, QUARTER_END -> QUARTER_START;
      case YEAR_START, YEAR_END -> YEAR_START;
    };
  }

  /** The one that ends it. */
  Anchor last() {
    return switch (this) {
      case NOW, TODAY, DAY_END -> TODAY;
      case YESTERDAY -> YESTERDAY;
      case TOMORROW -> TOMORROW;
      case WEEK_START, WEEK_END -> WEEK_END;
      case MONTH_START, MONTH_END -> MONTH_END;
      case QUARTER_START, QUARTER_END -> QUARTER_END;
      case YEAR_START, YEAR_END -> YEAR_END;
    };
  }

  /** True if it is the last moment of its day. */
  boolean isEnd() {
    return end;
  }

  /**
   * The anchor's day.
   *
   * @param months shift the period, not the day in it: the end of last month is its last day
   */
  LocalDate day(LocalDate today, int months) {
    LocalDate shifted = today.plusMonths(months);
    return switch (this) {
      case NOW, TODAY, DAY_END -> shifted;
      case YESTERDAY -> shifted.minusDays(1);
      case TOMORROW -> shifted.plusDays(1);
      case WEEK_START -> shifted.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case WEEK_END -> shifted.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      case MONTH_START -> shifted.withDayOfMonth(1);
      case MONTH_END -> shifted.with(TemporalAdjusters.lastDayOfMonth());
      case QUARTER_START -> shifted.with(IsoFields.DAY_OF_QUARTER, 1);
      case QUARTER_END -> shifted.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
      case YEAR_START -> shifted.withDayOfYear(1);
      case YEAR_END -> shifted.with(TemporalAdjusters.lastDayOfYear());
    };
  }
}
