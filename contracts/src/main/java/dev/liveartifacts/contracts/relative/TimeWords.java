package dev.liveartifacts.contracts.relative;

import dev.liveartifacts.contracts.relative.Anchor.Period;

/** Says a relative time as a person would. */
final class TimeWords {
  private TimeWords() {}

  static String of(Anchor anchor, int months, int days, Form form) {
    return switch (anchor.period()) {
      case MOMENT -> moment(months, days);
      case DAY -> (anchor == Anchor.DAY_END ? "end of " : "") + day(anchor, months, days);
      case WEEK, MONTH, QUARTER, YEAR -> edge(which(anchor, form), anchor, months, days);
    };
  }

  static String period(Anchor anchor, int months, int days) {
    return switch (anchor.period()) {
      case MOMENT, DAY -> day(anchor, months, days);
      case WEEK, MONTH, QUARTER, YEAR -> edge("", anchor, months, days);
    };
  }

  private static String moment(int months, int days) {
    return months == 0 && days == 0 ? "now" : ago(months, days) + ", at this time of day";
  }

  private static String day(Anchor anchor, int months, int days) {
    int shift =
        switch (anchor) {
          case YESTERDAY -> days - 1;
          case TOMORROW -> days + 1;
          default -> days;
        };
    if (months == 0 && Math.abs(shift) <= 1) {
      return shift == 0 ? "today" : shift < 0 ? "yesterday" : "tomorrow";
    }
    return ago(months, shift);
  }

  private static String which(Anchor anchor, Form form) {
    if (form != Form.MONTH) {
      return anchor.isEnd() ? "last day of " : "first day of ";
    }
    if (anchor.period() == Period.MONTH) {
      return "";
    }
    return anchor.isEnd() ? "last month of " : "first month of ";
  }

  /** The first or last day of a period that lies some periods away, and some days beside it. */
  private static String edge(String which, Anchor anchor, int months, int days) {
    String unit = unit(anchor.period());
    int inUnit = inUnit(anchor.period());
    if (anchor.period() == Period.WEEK) {
      return months == 0 && days % inUnit == 0
          ? which + period(days / inUnit, unit)
          : beside(which + away(months, unit), days);
    }
    String base =
        which + (months % inUnit == 0 ? period(months / inUnit, unit) : away(months, unit));
    return beside(base, days);
  }

  private static String unit(Period period) {
    return switch (period) {
      case MOMENT, DAY -> "day";
      case WEEK -> "week";
      case MONTH -> "month";
      case QUARTER -> "quarter";
      case YEAR -> "year";
    };
  }

  /** Months in the period; days in a week. */
  private static int inUnit(Period period) {
    return switch (period) {
      case MOMENT, DAY, MONTH -> 1;
      case WEEK -> 7;
      case QUARTER -> 3;
      case YEAR -> 12;
    };
  }

  private static String period(int away, String unit) {
    return switch (away) {
      case -1 -> "last " + unit;
      case 0 -> "this " + unit;
      case 1 -> "next " + unit;
      default -> "the " + unit + " " + distance(away, unit);
    };
  }

  private static String away(int months, String unit) {
    return months == 0 ? "this " + unit : "the " + unit + " " + distance(months, "month");
  }

  private static String beside(String base, int days) {
    if (days == 0) {
      return base;
    }
    return count(Math.abs(days), "day") + (days < 0 ? " before the " : " after the ") + base;
  }

  private static String ago(int months, int days) {
    if (months == 0) {
      return distance(days, "day");
    }
    return days == 0 ? distance(months, "month") : beside("day " + distance(months, "month"), days);
  }

  private static String distance(int away, String unit) {
    return away < 0 ? count(-away, unit) + " ago" : "in " + count(away, unit);
  }

  private static String count(int number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
