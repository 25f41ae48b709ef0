package dev.liveartifacts.artifact.alert;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When nothing is sent. What comes meanwhile is held back until they are over.
 *
 * @param from the time of day at which they begin
 * @param to the time of day at which they end, on the next day if it is not later than {@code from}
 * @param weekends true if Saturday and Sunday are quiet as well
 */
public record QuietHours(
    @NotNull LocalTime from, @NotNull LocalTime to, @NotNull ZoneId timeZone, boolean weekends) {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** A night, a weekend, and a night again. */
  private static final int MOST_STRETCHES = 8;

  /** The first moment, not before {@code wanted}, at which something may be sent. */
  public Instant release(Instant wanted) {
    ZonedDateTime at = wanted.atZone(timeZone);
    for (int i = 0; i < MOST_STRETCHES; i++) {
      ZonedDateTime after = afterWeekend(afterNight(at));
      if (after.equals(at)) {
        return at.toInstant();
      }
      at = after;
    }
    return at.toInstant();
  }

  private ZonedDateTime afterNight(ZonedDateTime at) {
    if (from.equals(to)) {
      return at;
    }
    LocalTime time = at.toLocalTime();
    LocalDate day = at.toLocalDate();
    boolean acrossMidnight = to.isBefore(from);
    boolean evening = !time.isBefore(from);
    boolean morning = time.isBefore(to);
    boolean quiet = acrossMidnight ? evening || morning : evening && morning;
    if (!quiet) {
      return at;
    }
    return end(at, acrossMidnight && evening ? day.plusDays(1) : day);
  }

  /** In the hour that a clock repeats, the end that has not passed yet. */
  private ZonedDateTime end(ZonedDateTime at, LocalDate day) {
    ZonedDateTime end = ZonedDateTime.of(day, to, timeZone);
    return end.isAfter(at) ? end : end.withLaterOffsetAtOverlap();
  }

  private ZonedDateTime afterWeekend(ZonedDateTime at) {
    ZonedDateTime day = at;
    while (weekends && WEEKEND.contains(day.getDayOfWeek())) {
      day = day.toLocalDate().plusDays(1).atStartOfDay(timeZone);
    }
    return day;
  }
}
