package dev.liveartifacts.contracts.relative;

import dev.liveartifacts.contracts.relative.Anchor.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out which relative times a recorded value may have been. Nobody can know: 1 November was
 * that day's "today" as well as the first of the month. So it gives all that fit, the likeliest
 * first, and a value that was seen again later has to fit both times.
 */
public final class Recogniser {
  private static final int MOST_DAYS = 800;
  private static final int MOST_MONTHS = 36;
  private static final int MOST_WEEKS = 8;
  private static final int MOST_CANDIDATES = 8;

  /** A page computes a time before it sends it, and clocks differ. */
  private static final Duration NOW = Duration.ofMinutes(15);

  /** "30 days ago" may be that many times 24 hours, or the same time of day. */
  private static final Duration CLOCK_CHANGE = Duration.ofHours(1);

  private final ZoneId zone;

  /**
   * @param zone in which the page's "today" was meant
   */
  public Recogniser(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What a value may have been, the likeliest first; none if it is no time.
   *
   * @param name of the argument, which tells where something begins
   * @param value a {@link String} or a {@link Long}
   * @param seen every time at which it is known to have been sent
   */
  public List<Candidate> candidates(String name, Object value, Set<Instant> seen) {
    return seen.stream()
        .limit(1)
        .flatMap(first -> fitting(value, first))
        .filter(time -> seen.stream().allMatch(at -> fits(time, value, at)))
        .sorted(Comparator.comparingInt(time -> Likelihood.of(time, name)))
        .filter(firstWith(RelativeTime::words))
        .limit(MOST_CANDIDATES)
        .map(time -> new Candidate(time, Likelihood.of(time, name) < Likelihood.UNLIKELY))
        .toList();
  }

  /** Passes what has not been said by another one before. */
  private static <T, K> Predicate<T> firstWith(Function<T, K> key) {
    Set<K> before = new HashSet<>();
    return one -> before.add(key.apply(one));
  }

  private Stream<RelativeTime> fitting(Object value, Instant at) {
    return Form.of(value, zone).stream()
        .flatMap(form -> near(form, form.read(value, zone).orElseThrow(), at).stream())
        .filter(time -> fits(time, value, at));
  }

  private boolean fits(RelativeTime time, Object value, Instant at) {
    return time.anchor() == Anchor.NOW ? isAbout(time, at, value) : time.isAt(at, zone, value);
  }

  private boolean isAbout(RelativeTime time, Instant at, Object value) {
    Duration slack = time.isShifted() ? NOW.plus(CLOCK_CHANGE) : NOW;
    Object now = time.at(at, zone);
    return Form.of(value, zone).stream()
        .anyMatch(form ->
            form.read(now, zone)
                .flatMap(one -> form.read(value, zone).map(other -> Duration.between(one, other)))
                .filter(apart -> apart.abs().compareTo(slack) <= 0)
                .isPresent());
  }

  /** Everything on the same day, in the same form. */
  private List<RelativeTime> near(Form form, ZonedDateTime moment, Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    LocalDate day = moment.toLocalDate();
    List<RelativeTime> found = new ArrayList<>();
    for (Anchor anchor : Anchor.values()) {
      shifts(anchor)
          .forEach(months ->
              days(anchor, day).forEach(wanted -> add(found, anchor, months, form, today, wanted)));
    }
    return found;
  }

  /** A moment may have been sent before midnight and be seen after. */
  private static Stream<LocalDate> days(Anchor anchor, LocalDate day) {
    return anchor == Anchor.NOW
        ? Stream.of(day, day.minusDays(1), day.plusDays(1))
        : Stream.of(day);
  }

  private static IntStream shifts(Anchor anchor) {
    int step =
        switch (anchor.period()) {
          case MOMENT, DAY, WEEK, MONTH -> 1;
          case QUARTER -> 3;
          case YEAR -> 12;
        };
    int most = anchor.period() == Period.WEEK || isNamed(anchor) ? 0 : MOST_MONTHS / step;
    return IntStream.rangeClosed(-most, most).map(shift -> shift * step);
  }

  private static boolean isNamed(Anchor anchor) {
    return anchor == Anchor.YESTERDAY || anchor == Anchor.TOMORROW;
  }

  private static void add(
      List<RelativeTime> found,
      Anchor anchor,
      int months,
      Form form,
      LocalDate today,
      LocalDate day) {
    long days = ChronoUnit.DAYS.between(anchor.day(today, months), day);
    if (isWrittenAs(form, anchor) && isReached(anchor, months, days)) {
      found.add(new RelativeTime(anchor, months, (int) days, form));
    }
  }

  private static boolean isWrittenAs(Form form, Anchor anchor) {
    return switch (form) {
      case DATE -> anchor != Anchor.NOW && anchor != Anchor.DAY_END;
      case MONTH -> anchor.period().compareTo(Period.MONTH) >= 0 && !anchor.isEnd();
      case DATE_TIME, LOCAL, UTC, UTC_MILLIS, MILLIS, SECONDS -> true;
      case DAY_UTC, DAY_UTC_MILLIS -> anchor != Anchor.NOW;
    };
  }

  /** Days count for a day or a moment, whole weeks for a week; a month's first day is exact. */
  private static boolean isReached(Anchor anchor, int months, long days) {
    return switch (anchor.period()) {
      case MOMENT, DAY ->
          days == 0 || (months == 0 && !isNamed(anchor) && Math.abs(days) <= MOST_DAYS);
      case WEEK -> days % 7 == 0 && Math.abs(days) <= MOST_WEEKS * 7L;
      case MONTH, QUARTER, YEAR -> days == 0;
    };
  }
}
