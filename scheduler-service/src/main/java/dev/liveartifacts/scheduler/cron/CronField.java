package dev.liveartifacts.scheduler.cron;

import java.util.List;
import java.util.Locale;

/** One of the five fields of a cron expression: what it is called, and what may stand in it. */
enum CronField {
  MINUTE("minute", 0, 59, "0,30", "0-30", "*/15", List.of()),
  HOUR("hour", 0, 23, "8,17", "8-18", "*/2", List.of()),
  /** L is the last day, whichever that is: one more than any day has as its number. */
  DAY_OF_MONTH("day of the month", 1, 31, "1,L", "1-7", "*/2", List.of()),
  MONTH(
      "month",
      1,
      12,
      "1,7",
      "JAN-MAR",
      "*/3",
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  /** 0 and 7 are both Sunday. */
  DAY_OF_WEEK(
      "day of the week",
      0,
      7,
      "1,3",
      "MON-FRI",
      "*/2",
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

  static final int LAST_DAY = 32;

  final String title;
  final int min;
  final int max;
  private final String list;
  private final String range;
  private final String step;
  private final List<String> names;

  CronField(
      String title, int min, int max, String list, String range, String step, List<String> names) {
    this.title = title;
    this.min = min;
    this.max = max;
    this.list = list;
    this.range = range;
    this.step = step;
    this.names = names;
  }

  int value(String text, String whole) {
    int name = names.indexOf(text.toUpperCase(Locale.ROOT));
    if (name >= 0) {
      return name + min;
    }
    int value = number(text, whole);
    if (value < min || value > max) {
      throw new UnreadableTimetable(
          "“%s” does not work as the %s: write a number from %d to %d."
              .formatted(text, title, min, max));
    }
    return value;
  }

  int step(String text, String whole) {
    int step = number(text, whole);
    if (step < 1 || step > max) {
      throw new UnreadableTimetable(
          "“%s” does not work as the %s: the number after the slash is from 1 to %d."
              .formatted(whole, title, max));
    }
    return step;
  }

  UnreadableTimetable unreadable(String whole) {
    return new UnreadableTimetable(
        "“%s” does not work as the %s: write a number from %d to %d, %s* for any, a list (%s), a range (%s) or a step (%s)."
            .formatted(whole, title, min, max, lastDay(), list, range, step));
  }

  private String lastDay() {
    return this == DAY_OF_MONTH ? "L for the last day, " : "";
  }

  private int number(String text, String whole) {
    if (text.isEmpty() || text.length() > 2 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw unreadable(whole);
    }
    return Integer.parseInt(text);
  }
}
