package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Receives the bills. */
final class Purchases {
  private static final List<Supplier> SUPPLIERS =
      List.of(
          new Supplier("Payroll", Account.PAYROLL, 25, 1, 0, 348_000, 0.03),
          new Supplier("Canal House Estates", Account.RENT, 1, 1, 10, 28_500, 0),
          new Supplier("Nimbus Cloud", Account.CLOUD, 3, 1, 30, 34_000, 0.15),
          new Supplier("Toolshed Software", Account.CLOUD, 12, 1, 30, 9_800, 0.1),
          new Supplier("Lantern Media", Account.MARKETING, 5, 1, 30, 21_000, 0.4),
          new Supplier("Signal & Co", Account.MARKETING, 19, 1, 30, 14_000, 0.5),
          new Supplier("Fair Grounds", Account.MARKETING, 8, 3, 45, 38_000, 0.3),
          new Supplier("Railway Travel Desk", Account.TRAVEL, 7, 1, 14, 8_200, 0.5),
          new Supplier("Compass Hotels", Account.TRAVEL, 22, 1, 14, 6_100, 0.6),
          new Supplier("Studio Nord", Account.CONTRACTORS, 15, 1, 30, 31_000, 0.35),
          new Supplier("Fieldwork Partners", Account.CONTRACTORS, 28, 1, 30, 24_000, 0.45),
          new Supplier("City Utilities", Account.OFFICE, 9, 1, 21, 4_300, 0.25),
          new Supplier("Paper & Coffee", Account.OFFICE, 17, 1, 14, 2_600, 0.4),
          new Supplier("Brightside Cleaning", Account.OFFICE, 2, 1, 14, 3_100, 0.05),
          new Supplier("Anchor Insurance", Account.OFFICE, 11, 6, 30, 26_000, 0.05),
          new Supplier("Workbench Hardware", Account.OFFICE, 24, 2, 30, 12_500, 0.6));

  private Purchases() {}

  /** All bills received so far, oldest first. */
  static List<Bill> bills(Acme acme) {
    return acme.days()
        .flatMap(day -> bills(acme, day))
        .filter(bill -> acme.hasHappened(bill.receivedAt()))
        .toList();
  }

  private static Stream<Bill> bills(Acme acme, LocalDate day) {
    return IntStream.range(0, SUPPLIERS.size())
        .filter(i -> SUPPLIERS.get(i).bills(day))
        .mapToObj(i -> bill(SUPPLIERS.get(i), day, acme.dice("bill", i, day.toEpochDay())));
  }

  private static Bill bill(Supplier supplier, LocalDate day, Dice dice) {
    Instant receivedAt = Acme.startOf(day).plusSeconds(dice.between(7 * 3600, 12 * 3600));
    int daysToPay = supplier.daysToPay() == 0 ? 0 : supplier.daysToPay() + dice.between(-4, 6);
    double share = 1 + supplier.spread() * (2 * dice.fraction() - 1);
    return new Bill(
        "BILL-%s-%03d".formatted(day, SUPPLIERS.indexOf(supplier)),
        supplier.name(),
        supplier.expense(),
        receivedAt,
        day.plusDays(supplier.daysToPay()),
        receivedAt.plus(daysToPay, ChronoUnit.DAYS),
        Math.round(supplier.euros() * 100 * share));
  }
}
