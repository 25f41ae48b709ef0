package dev.liveartifacts.demo.calendar;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Colleague;
import dev.liveartifacts.demo.acme.Company;
import dev.liveartifacts.demo.acme.Dice;
import dev.liveartifacts.demo.mcp.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which meetings take place; it can be asked about the future too. */
final class Diary {
  private static final List<String> EXTERNAL =
      List.of(
          "Introduction", "Demo", "Proposal review", "Quarterly review", "Contract", "Workshop");
  private static final List<String> INTERNAL =
      List.of("Pipeline review", "Cash forecast", "Project stand-up", "Hiring", "Product planning");
  private static final List<String> PLACES =
      List.of("Video call", "Canal House, room 2", "Canal House, room 5", "At the customer");
  private static final List<String> TASKS =
      List.of("Agenda", "Briefing", "Numbers", "Slides", "Open questions");
  private static final int HALF_HOUR = 1_800;

  private Diary() {}

  /** The meetings of a period, the earliest first. */
  static List<Meeting> meetings(Acme acme, Period period) {
    return period
        .from()
        .datesUntil(period.to().plusDays(1))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .flatMap(day -> meetings(acme, day))
        .sorted(Comparator.comparing(Meeting::start).thenComparing(Meeting::id))
        .toList();
  }

  private static Stream<Meeting> meetings(Acme acme, LocalDate day) {
    int count = acme.dice("meetings", day.toEpochDay()).between(3, 6);
    return IntStream.range(0, count).mapToObj(i -> meeting(acme, day, i));
  }

  private static Meeting meeting(Acme acme, LocalDate day, int number) {
    Dice dice = acme.dice("meeting", day.toEpochDay(), number);
    Company company = dice.chance(0.7) ? dice.pick(acme.companies()) : null;
    Instant start =
        Acme.startOf(day).plusSeconds(8 * 3600 + (long) HALF_HOUR * dice.between(0, 17));
    return new Meeting(
        "M-%s-%d".formatted(day, number + 1),
        title(dice, company),
        company,
        attendees(dice),
        dice.pick(PLACES),
        start,
        start.plusSeconds((long) HALF_HOUR * dice.between(1, 3)),
        tasks(dice, start));
  }

  private static String title(Dice dice, @Nullable Company company) {
    return company == null ? dice.pick(INTERNAL) : dice.pick(EXTERNAL) + " with " + company.name();
  }

  private static List<Colleague> attendees(Dice dice) {
    return Stream.of(dice.pick(Colleague.ALL), dice.pick(Colleague.ALL), dice.pick(Colleague.ALL))
        .distinct()
        .toList();
  }

  private static List<Task> tasks(Dice dice, Instant start) {
    return TASKS.stream()
        .limit(dice.between(2, TASKS.size()))
        .map(title -> new Task(title, start.minusSeconds(dice.between(-2, 90) * 3_600L)))
        .toList();
  }
}
