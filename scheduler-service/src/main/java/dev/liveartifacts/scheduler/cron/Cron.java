package dev.liveartifacts.scheduler.cron;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A five-field cron expression (minute, hour, day of month, month, day of week) as the local times
 * that it matches.
 *
 * <p>As in POSIX {@code crontab}, a day matches if either day field matches when both are
 * restricted. {@code L} as a day of the month is its last one.
 */
record Cron(
    String text, Matches minute, Matches hour, Matches day, Matches month, Matches weekday) {
  /** From one 29 February to the next may be eight years, across a century. */
  private static final int YEARS_AHEAD = 9;

  private static final int MINUTES_A_DAY = 24 * 60;

  static Cron read(String text) {
    String[] fields = text.strip().split("\\s+");
    if (fields.length != 5 || text.isBlank()) {
      throw wrongCount(text.isBlank() ? 0 : fields.length);
    }
    Cron cron =
        new Cron(
            String.join(" ", fields),
            Matches.read(CronField.MINUTE, fields[0]),
            Matches.read(CronField.HOUR, fields[1]),
            Matches.read(CronField.DAY_OF_MONTH, fields[2]),
            Matches.read(CronField.MONTH, fields[3]),
            Matches.read(CronField.DAY_OF_WEEK, fields[4]));
    cron.refuseNever();
    return cron;
  }

  private static UnreadableTimetable wrongCount(int count) {
    return new UnreadableTimetable(
        "A schedule has five fields (minute, hour, day of the month, month, day of the week); this one has %d. For example, 0 7 * * 1-5 is every weekday at 07:00."
            .formatted(count));
  }

  private void refuseNever() {
    boolean possible =
        !weekday.any()
            || day.has(CronField.LAST_DAY)
            || IntStream.rangeClosed(1, 12)
                .filter(month::has)
                .anyMatch(m -> day.next(1) <= Month.of(m).maxLength());
    if (!possible) {
      throw new UnreadableTimetable(
          "This never happens: none of these months has a day %d. Write a smaller day of the month."
              .formatted(day.next(1)));
    }
  }

  /** The first matching local time at or after {@code from}, which is on a whole minute. */
  LocalDateTime nextOrSame(LocalDateTime from) {
    LocalDate date = from.toLocalDate();
    Optional<LocalTime> today = matches(date) ? timeFrom(from.toLocalTime()) : Optional.empty();
    if (today.isPresent()) {
      return date.atTime(today.get());
    }
    LocalDate end = date.plusYears(YEARS_AHEAD);
    for (LocalDate next = date.plusDays(1); next.isBefore(end); next = next.plusDays(1)) {
      if (matches(next)) {
        return next.atTime(hour.next(0), minute.next(0));
      }
    }
    throw new IllegalStateException("A cron expression that was read always has a next time");
  }

  private boolean matches(LocalDate date) {
    if (!month.has(date.getMonthValue())) {
      return false;
    }
    boolean isLast = date.getDayOfMonth() == date.lengthOfMonth();
    boolean byDay = day.has(date.getDayOfMonth()) || (isLast && day.has(CronField.LAST_DAY));
    boolean byWeekday = weekday.has(date.getDayOfWeek().getValue() % 7);
    return day.any() || weekday.any() ? byDay && byWeekday : byDay || byWeekday;
  }

  private Optional<LocalTime> timeFrom(LocalTime from) {
    int sameHour = hour.has(from.getHour()) ? minute.next(from.getMinute()) : -1;
    if (sameHour >= 0) {
      return Optional.of(LocalTime.of(from.getHour(), sameHour));
    }
    int later = hour.next(from.getHour() + 1);
    return later < 0 ? Optional.empty() : Optional.of(LocalTime.of(later, minute.next(0)));
  }

  /** How often it matches on a day on which it matches at all. */
  int timesADay() {
    return hour.count() * minute.count();
  }

  /** The shortest time between two matches on one day or on two days in a row. */
  Duration shortestInterval() {
    int[] times =
        hour.values().flatMap(h -> minute.values().map(m -> h * 60 + m)).sorted().toArray();
    int shortest = times[0] + MINUTES_A_DAY - times[times.length - 1];
    for (int i = 1; i < times.length; i++) {
      shortest = Math.min(shortest, times[i] - times[i - 1]);
    }
    return Duration.ofMinutes(shortest);
  }
}
