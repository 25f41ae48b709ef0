package dev.liveartifacts.contracts.relative;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time that moves: an anchor, shifted, in the form that a tool wants it.
 *
 * <p>As text: {@code anchor [±N"M"] [±N("d"|"w")] [":" form]}, without spaces, such as {@code
 * today-7d}, {@code month.start-1M} or {@code month.end:utc-millis}. Anchors are {@code now},
 * {@code today}, {@code yesterday}, {@code tomorrow}, {@code day.end}, and {@code start} and {@code
 * end} of {@code week} (which begins on Monday), {@code month}, {@code quarter} and {@code year}.
 * Months shift the period and days the day: {@code month.end-1M} is the last day of last month.
 * Forms are {@code date} (what is meant where none is said, but for {@code now}), {@code month},
 * {@code date-time} (with its offset; the form of {@code now}), {@code local}, {@code utc}, {@code
 * utc-millis}, {@code day-utc}, {@code day-utc-millis}, {@code millis} and {@code seconds}. Where a
 * form has a time of day, a day is its first moment, and an {@code end} its last millisecond.
 */
public final class RelativeTime {
  private static final Pattern TEXT =
      Pattern.compile("([a-z.]+)(?:([+-]\\d{1,4})M)?(?:([+-]\\d{1,5})([dw]))?(?::([a-z-]+))?");
  private static final int MOST_MONTHS = 1_200;
  private static final int MOST_DAYS = 36_525;
  private static final int WEEK = 7;

  private final Anchor anchor;
  private final int months;
  private final int days;
  private final Form form;

  RelativeTime(Anchor anchor, int months, int days, Form form) {
    this.anchor = anchor;
    this.months = months;
    this.days = days;
    this.form = form;
  }

  /**
   * @throws IllegalArgumentException if the text is no such expression, with a sentence that says
   *     so
   */
  public static RelativeTime parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw unknown(text);
    }
    Anchor anchor = Anchor.of(parts.group(1)).orElseThrow(() -> unknown(text));
    int months = number(parts.group(2));
    int days = number(parts.group(3)) * ("w".equals(parts.group(4)) ? WEEK : 1);
    String form = parts.group(5);
    if (Math.abs(months) > MOST_MONTHS || Math.abs(days) > MOST_DAYS) {
      throw new IllegalArgumentException("A relative time reaches 100 years at most.");
    }
    return new RelativeTime(
        anchor,
        months,
        days,
        form == null ? usual(anchor) : Form.of(form).orElseThrow(() -> unknown(text)));
  }

  /**
   * What it is at a certain time, in a certain zone.
   *
   * @return a {@link String}, or a {@link Long} for the forms that are numbers
   */
  public Object at(Instant now, ZoneId zone) {
    return form.write(moment(now, zone));
  }

  /** The day on which it is at a certain time, in a certain zone. */
  public LocalDate day(Instant now, ZoneId zone) {
    return anchor.day(now.atZone(zone).toLocalDate(), months).plusDays(days);
  }

  /** All days of the day, week, month, quarter or year that it is the start or the end of. */
  public Span period(Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return new Span(
        anchor.first().day(today, months).plusDays(days),
        anchor.last().day(today, months).plusDays(days));
  }

  /** True if its {@link #period} is one day. */
  public boolean isOneDay() {
    return anchor.period().compareTo(Anchor.Period.DAY) <= 0;
  }

  /** In words for a person, without the form: "first day of last month". */
  public String words() {
    return TimeWords.of(anchor, months, days, form);
  }

  /** The same for {@link #period}: "last month". */
  public String periodWords() {
    return TimeWords.period(anchor, months, days);
  }

  Anchor anchor() {
    return anchor;
  }

  int months() {
    return months;
  }

  int days() {
    return days;
  }

  boolean isShifted() {
    return months != 0 || days != 0;
  }

  /** True if a value that was written at {@code now} may be this. */
  boolean isAt(Instant now, ZoneId zone, Object value) {
    try {
      return at(now, zone).equals(value);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private ZonedDateTime moment(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone).truncatedTo(ChronoUnit.MILLIS);
    if (anchor == Anchor.NOW) {
      return here.plusMonths(months).plusDays(days);
    }
    LocalDate day = anchor.day(here.toLocalDate(), months).plusDays(days);
    ZoneId clock = form.clock(zone);
    return anchor.isEnd()
        ? day.plusDays(1).atStartOfDay(clock).minus(1, ChronoUnit.MILLIS)
        : day.atStartOfDay(clock);
  }

  private static Form usual(Anchor anchor) {
    return anchor == Anchor.NOW ? Form.DATE_TIME : Form.DATE;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static IllegalArgumentException unknown(String text) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return new IllegalArgumentException(
        "\"" + shown + "\" is no relative time. Write for example today-7d or month.start.");
  }

  /** The same text for the same time, whichever way it was written. */
  @Override
  public String toString() {
    String text = anchor.text() + shift(months, 'M') + daysText();
    return form == usual(anchor) ? text : text + ":" + form.text();
  }

  private String daysText() {
    return anchor.period() == Anchor.Period.WEEK && days % WEEK == 0
        ? shift(days / WEEK, 'w')
        : shift(days, 'd');
  }

  private static String shift(int number, char unit) {
    return number == 0 ? "" : (number > 0 ? "+" : "") + number + unit;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelativeTime time && time.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
