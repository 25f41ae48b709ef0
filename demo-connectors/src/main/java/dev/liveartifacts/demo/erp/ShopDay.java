package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the online shop took in on one day, paid at once; today's sum grows every few seconds. */
record ShopDay(LocalDate day, long cents) {
  private static final long STEP_SECONDS = 5;
  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

  static List<ShopDay> all(Acme acme) {
    return acme.days().map(day -> of(acme, day)).toList();
  }

  /** The shop's books are closed for the day at its end. */
  Instant bookedAt(Acme acme) {
    Instant end = Acme.startOf(day.plusDays(1)).minusSeconds(1);
    return acme.hasHappened(end) ? end : acme.now();
  }

  private static ShopDay of(Acme acme, LocalDate day) {
    long whole = acme.dice("shop", day.toEpochDay()).between(310_000, 720_000);
    long seconds = Duration.between(Acme.startOf(day), acme.now()).toSeconds();
    long open = Math.min(DAY_SECONDS, seconds / STEP_SECONDS * STEP_SECONDS);
    return new ShopDay(day, whole * open / DAY_SECONDS);
  }
}
