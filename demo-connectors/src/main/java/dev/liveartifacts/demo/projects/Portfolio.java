package dev.liveartifacts.demo.projects;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Colleague;
import dev.liveartifacts.demo.acme.Dice;
import dev.liveartifacts.demo.crm.Deal;
import dev.liveartifacts.demo.crm.Deals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** The projects of Acme at one instant: one for every other deal that was won. */
record Portfolio(List<Project> projects) {
  private static final List<String> WORK =
      List.of(
          "Kick-off",
          "Requirements",
          "Access and accounts",
          "Data mapping",
          "First import",
          "Interface",
          "Configuration",
          "Test plan",
          "Test round",
          "Training material",
          "Training",
          "Security check",
          "Cut-over plan",
          "Cut-over",
          "Hand-over");

  static Portfolio of(Acme acme, Deals deals) {
    return new Portfolio(
        deals
            .won()
            .filter(deal -> deal.number() % 2 == 0)
            .map(deal -> project(acme, deal))
            .toList());
  }

  private static Project project(Acme acme, Deal deal) {
    Instant startedAt = deal.closedAt() == null ? acme.now() : deal.closedAt();
    Dice dice = acme.dice("project", deal.number());
    int days = dice.between(35, 110);
    String id = "P-" + deal.id().substring(2);
    Colleague lead = dice.pick(Colleague.ALL);
    List<Item> items = items(dice, id, startedAt, days);
    return new Project(id, deal, lead, startedAt, Acme.dayOf(startedAt).plusDays(days), items);
  }

  private static List<Item> items(Dice dice, String project, Instant startedAt, int days) {
    int count = dice.between(6, WORK.size());
    return IntStream.range(0, count)
        .mapToObj(i -> item(dice, project, i, startedAt, days * (i + 1) / count))
        .toList();
  }

  /** An item is begun about ten days before it is due and done between early and rather late. */
  private static Item item(Dice dice, String project, int number, Instant from, int dueAfter) {
    Instant due = from.plus(dueAfter, ChronoUnit.DAYS);
    int late = dice.chance(0.75) ? dice.between(-5, 0) : dice.between(1, 21);
    Instant doneAt = due.plus(late, ChronoUnit.DAYS).plusSeconds(dice.between(0, 20_000));
    return new Item(
        project + "-" + (number + 1),
        WORK.get(number),
        dice.pick(Colleague.ALL),
        Acme.dayOf(due),
        doneAt.minus(dice.between(2, 12), ChronoUnit.DAYS),
        doneAt,
        dice.between(2, 40));
  }
}
