package dev.liveartifacts.demo.acme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * The company Acme as it stands at one instant: everything in its systems is a function of this
 * value. Acme lives in UTC and counts in euros.
 *
 * @param seed which of the possible Acmes
 * @param now the instant it is seen at, not before {@link #FOUNDED}
 */
public record Acme(long seed, Instant now) {
  public static final LocalDate FOUNDED = LocalDate.of(2025, 1, 1);
  public static final String CURRENCY = "EUR";

  public Acme {
    if (now.isBefore(startOf(FOUNDED))) {
      throw new IllegalArgumentException("Acme was founded on " + FOUNDED + ", after " + now);
    }
  }

  public LocalDate today() {
    return dayOf(now);
  }

  public Dice dice(String kind, long... keys) {
    return Dice.of(seed, kind, keys);
  }

  public boolean hasHappened(Instant instant) {
    return !instant.isAfter(now);
  }

  public List<Company> companies() {
    return Companies.of(seed);
  }

  /** Every day since the founding, today included. */
  public Stream<LocalDate> days() {
    return FOUNDED.datesUntil(today().plusDays(1));
  }

  /** The first day of every month since the founding. */
  public Stream<LocalDate> months() {
    return Stream.iterate(YearMonth.from(FOUNDED), month -> month.plusMonths(1))
        .map(month -> month.atDay(1))
        .takeWhile(first -> !first.isAfter(today()));
  }

  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public static LocalDate dayOf(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
