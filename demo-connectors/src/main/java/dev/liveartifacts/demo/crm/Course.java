package dev.liveartifacts.demo.crm;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Colleague;
import dev.liveartifacts.demo.acme.Company;
import dev.liveartifacts.demo.acme.Dice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What happens to a deal from its first day to its last if nobody moves it by hand.
 *
 * @param beat how often its amount is estimated anew while it is open; zero for a quiet deal
 * @param wavers whether its stage goes back and forth with the estimates
 */
record Course(
    int number,
    String name,
    Company company,
    Colleague owner,
    long amount,
    Instant createdAt,
    Instant closesAt,
    Stage outcome,
    Duration beat,
    boolean wavers) {
  private static final List<String> OFFERS =
      List.of(
          "Analytics rollout",
          "Support plan",
          "Data migration",
          "Platform upgrade",
          "Training",
          "Integration project",
          "Fleet module",
          "Site expansion",
          "Renewal",
          "Security review");

  static Course begin(Acme acme, int number, LocalDate day) {
    Dice dice = acme.dice("deal", number);
    Company company = dice.pick(acme.companies());
    String offer = dice.pick(OFFERS);
    LocalDate closeDay = workday(day.plusDays(dice.between(25, 110)));
    return new Course(
        number,
        company.name() + " · " + offer,
        company,
        dice.pick(Colleague.SALES),
        amount(dice),
        Acme.startOf(day).plusSeconds(dice.between(8 * 3600, 17 * 3600)),
        Acme.startOf(closeDay).plusSeconds(dice.between(9 * 3600, 18 * 3600)),
        dice.chance(0.45) ? Stage.WON : Stage.LOST,
        dice.chance(0.3) ? Duration.ofSeconds(dice.between(20, 180)) : Duration.ZERO,
        dice.chance(0.5));
  }

  Deal at(Instant now) {
    Deal deal =
        new Deal(
            number,
            name,
            company,
            stageAt(now),
            amount,
            closeDay(),
            owner,
            createdAt,
            stageSince(now),
            null);
    if (!now.isBefore(closesAt)) {
      return deal.closed(outcome, closesAt, closeDay());
    }
    return beat.isZero() ? deal : estimated(deal, now);
  }

  private Deal estimated(Deal deal, Instant now) {
    long beats = Duration.between(createdAt, now).dividedBy(beat);
    Instant at = createdAt.plus(beat.multipliedBy(beats));
    double drift = 0.9 + 0.2 * Dice.of(number, "estimate", beats).fraction();
    Deal estimated = deal.worth(roundedTo100(amount * drift), later(at, deal.updatedAt()));
    boolean ahead = wavers && beats / 3 % 2 == 1;
    return ahead ? estimated.in(deal.stage().next(), estimated.updatedAt()) : estimated;
  }

  private Stage stageAt(Instant now) {
    double done = progress(now);
    if (done < 0.2) {
      return Stage.DISCOVERY;
    }
    return done < 0.45 ? Stage.QUALIFIED : done < 0.75 ? Stage.PROPOSAL : Stage.NEGOTIATION;
  }

  private Instant stageSince(Instant now) {
    double start =
        switch (stageAt(now)) {
          case DISCOVERY, WON, LOST -> 0;
          case QUALIFIED -> 0.2;
          case PROPOSAL -> 0.45;
          case NEGOTIATION -> 0.75;
        };
    long whole = Duration.between(createdAt, closesAt).toSeconds();
    return createdAt.plusSeconds((long) Math.ceil(whole * start));
  }

  private double progress(Instant now) {
    double whole = Duration.between(createdAt, closesAt).toSeconds();
    return Duration.between(createdAt, now).toSeconds() / whole;
  }

  private LocalDate closeDay() {
    return Acme.dayOf(closesAt);
  }

  /** Many small ones, few large ones. */
  private static long amount(Dice dice) {
    return roundedTo100(4_000 * Math.exp(3.2 * dice.fraction()));
  }

  private static long roundedTo100(double amount) {
    return Math.round(amount / 100) * 100;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate workday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        ? day.plusDays(2)
        : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }
}
