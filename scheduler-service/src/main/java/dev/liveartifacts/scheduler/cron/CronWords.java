package dev.liveartifacts.scheduler.cron;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A cron expression as a person would say it: “Every weekday at 07:00”. */
final class CronWords {
  private static final int MOST_TIMES_TO_LIST = 6;
  private static final long WEEKDAYS = 0b0111110;

  private final Cron cron;

  CronWords(Cron cron) {
    this.cron = cron;
  }

  @Override
  public String toString() {
    return isListOfTimes() ? days() + " at " + and(times()) : often() + onDays();
  }

  private boolean isListOfTimes() {
    return cron.minute().count() * cron.hour().count() <= MOST_TIMES_TO_LIST;
  }

  private List<String> times() {
    return cron.hour()
        .values()
        .boxed()
        .flatMap(hour -> cron.minute().values().mapToObj(minute -> time(hour, minute)))
        .toList();
  }

  private String often() {
    return hourStep() > 1 && cron.minute().count() == 1
        ? every(hourStep(), "hour") + past()
        : minutes() + hours();
  }

  private String minutes() {
    int step = evenStep(cron.minute(), 60);
    if (step > 0) {
      return every(step, "minute");
    }
    return cron.minute().count() == 1 ? "Every hour" + past() : "Every hour" + pastEach();
  }

  private String past() {
    int minute = cron.minute().next(0);
    return minute == 0 ? "" : " at %d past".formatted(minute);
  }

  private String pastEach() {
    return " at " + and(cron.minute().values().mapToObj(Integer::toString).toList()) + " past";
  }

  private String hours() {
    int first = cron.hour().next(0);
    int last = first + cron.hour().count() - 1;
    if (cron.hour().count() == 24) {
      return "";
    }
    boolean unbroken = cron.hour().next(last) == last;
    return unbroken
        ? " from %s to %s".formatted(time(first, cron.minute().next(0)), time(last, lastMinute()))
        : " in the hours " + and(cron.hour().values().mapToObj(h -> time(h, 0)).toList());
  }

  private int lastMinute() {
    return cron.minute().values().max().orElseThrow();
  }

  private int hourStep() {
    return evenStep(cron.hour(), 24);
  }

  /** The step of values that begin at 0 and go round evenly; 0 if they do not. */
  private static int evenStep(Matches matches, int size) {
    int step = size / matches.count();
    boolean even =
        matches.count() > 1
            && size % matches.count() == 0
            && matches.values().allMatch(value -> value % step == 0);
    return even ? step : 0;
  }

  private static String every(int step, String unit) {
    return step == 1 ? "Every " + unit : "Every %d %ss".formatted(step, unit);
  }

  private static String time(int hour, int minute) {
    return "%02d:%02d".formatted(hour, minute);
  }

  private String days() {
    if (everyDay()) {
      return "Every day" + inMonths();
    }
    if (cron.day().count() == 31) {
      return "Every " + weekdays("") + inMonths();
    }
    return capital(datesAndWeekdays());
  }

  private String onDays() {
    if (everyDay()) {
      return inMonths();
    }
    return cron.day().count() == 31
        ? " on " + weekdays("s") + inMonths()
        : " " + datesAndWeekdays();
  }

  private boolean everyDay() {
    return cron.day().count() == 31 && cron.weekday().count() == 7;
  }

  private String datesAndWeekdays() {
    String dates = "on the %s of %s".formatted(and(dates()), months("every month"));
    if (cron.weekday().count() == 7) {
      return dates;
    }
    boolean both = cron.day().any() || cron.weekday().any();
    return dates + (both ? ", if it is a " : " and every ") + either(both);
  }

  private String either(boolean both) {
    return both ? weekdays("").replace(" and ", " or ") : weekdays("");
  }

  private List<String> dates() {
    return cron.day().values().mapToObj(CronWords::ordinal).toList();
  }

  private String weekdays(String plural) {
    if (cron.weekday().mask() == WEEKDAYS) {
      return "weekday" + plural;
    }
    // the week begins on Monday, Sunday is bit 0
    Stream<DayOfWeek> week = Stream.of(DayOfWeek.values());
    return and(
        week.filter(day -> cron.weekday().has(day.getValue() % 7))
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + plural)
            .toList());
  }

  private String inMonths() {
    return cron.month().count() == 12 ? "" : " in " + months("");
  }

  private String months(String all) {
    IntFunction<String> name =
        month -> Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return cron.month().count() == 12 ? all : and(cron.month().values().mapToObj(name).toList());
  }

  private static String ordinal(int day) {
    return day == CronField.LAST_DAY ? "last day" : day + ending(day);
  }

  private static String ending(int day) {
    boolean teen = day / 10 == 1;
    return switch (day % 10) {
      case 1 -> teen ? "th" : "st";
      case 2 -> teen ? "th" : "nd";
      case 3 -> teen ? "th" : "rd";
      default -> "th";
    };
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String and(List<String> items) {
    int last = items.size() - 1;
    return last == 0
        ? items.getFirst()
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }
}
