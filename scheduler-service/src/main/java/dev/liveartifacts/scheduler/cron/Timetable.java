package dev.liveartifacts.scheduler.cron;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A cron expression in a time zone: when it is due, and how to say so.
 *
 * <p>Daylight saving is handled as Vixie's cron does. A fixed time that the clock skips is due when
 * the skip is over; one that the clock repeats is due the first time only. An hour field that
 * begins with a star follows the clock on the wall: it has nothing to do in a skipped hour, and
 * twice as much in a repeated one.
 */
public final class Timetable {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final Cron cron;
  private final ZoneId zone;

  private Timetable(Cron cron, ZoneId zone) {
    this.cron = cron;
    this.zone = zone;
  }

  /**
   * @throws UnreadableTimetable with a sentence that says what to write
   */
  public static Timetable read(String cron, String timeZone) {
    return new Timetable(Cron.read(cron), zone(timeZone));
  }

  private static ZoneId zone(String timeZone) {
    // ZoneId.of alone would take offsets and JVM spellings that no other program understands
    if (!ZONES.contains(timeZone)) {
      throw new UnreadableTimetable(
          "“%s” is not a time zone: write a name such as Europe/Berlin, America/New_York or UTC."
              .formatted(timeZone));
    }
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      throw new UnreadableTimetable("The time zone “%s” has no rules here.".formatted(timeZone));
    }
  }

  /** The first due time after {@code after}. */
  public Instant next(Instant after) {
    return cron.hour().any() ? nextOnTheWall(after) : nextInTheCalendar(after);
  }

  /** The first {@code count} due times after {@code after}. */
  public List<Instant> next(Instant after, int count) {
    return Stream.iterate(next(after), this::next).limit(count).toList();
  }

  /** For example “Every weekday at 07:00”. */
  public String inWords() {
    return new CronWords(cron).toString();
  }

  /** The cron expression with single spaces. */
  public String cron() {
    return cron.text();
  }

  public String timeZone() {
    return zone.getId();
  }

  /** How often it is due on a day on which it is due at all, daylight saving aside. */
  public int timesADay() {
    return cron.timesADay();
  }

  /** The shortest time between two due times, daylight saving aside. */
  public Duration shortestInterval() {
    return cron.shortestInterval();
  }

  private Instant nextInTheCalendar(Instant after) {
    LocalDateTime local = after.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    while (true) {
      LocalDateTime candidate = cron.nextOrSame(local);
      Instant due = inTheCalendar(candidate);
      if (due.isAfter(after)) {
        return due;
      }
      local = candidate.plusMinutes(1);
    }
  }

  private Instant inTheCalendar(LocalDateTime local) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(local);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : local.toInstant(zone.getRules().getValidOffsets(local).getFirst());
  }

  private Instant nextOnTheWall(Instant after) {
    ZoneOffset offset = zone.getRules().getOffset(after);
    LocalDateTime from = minuteAfter(LocalDateTime.ofInstant(after, offset));
    ZoneOffsetTransition change = zone.getRules().nextTransition(after);
    while (true) {
      Instant due = cron.nextOrSame(from).toInstant(offset);
      if (change == null || due.isBefore(change.getInstant())) {
        return due;
      }
      offset = change.getOffsetAfter();
      from = change.getDateTimeAfter();
      change = zone.getRules().nextTransition(change.getInstant());
    }
  }

  private static LocalDateTime minuteAfter(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
  }
}
