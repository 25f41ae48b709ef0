package dev.liveartifacts.demo.crm;

import dev.liveartifacts.demo.acme.Acme;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every deal of Acme at one instant, oldest first. */
public record Deals(List<Deal> all) {

  static Deals of(Acme acme, Map<Integer, StageMove> moves) {
    return new Deals(
        courses(acme).map(course -> deal(course, acme, moves.get(course.number()))).toList());
  }

  public Stream<Deal> open() {
    return all.stream().filter(Deal::isOpen);
  }

  public Stream<Deal> won() {
    return all.stream().filter(deal -> deal.stage() == Stage.WON);
  }

  public Optional<Deal> find(String id) {
    return all.stream().filter(deal -> deal.id().equalsIgnoreCase(id)).findFirst();
  }

  private static Deal deal(Course course, Acme acme, @Nullable StageMove move) {
    if (move == null || !acme.hasHappened(move.at())) {
      return course.at(acme.now());
    }
    if (!move.stage().isOpen()) {
      return course.at(move.at()).closed(move.stage(), move.at(), Acme.dayOf(move.at()));
    }
    Deal deal = course.at(acme.now());
    return deal.isOpen() ? deal.in(move.stage(), move.at()) : deal;
  }

  private static Stream<Course> courses(Acme acme) {
    List<Course> courses = new ArrayList<>();
    acme.days().filter(Deals::isWorkday).forEach(day -> begin(acme, day, courses));
    return courses.stream().filter(course -> acme.hasHappened(course.createdAt()));
  }

  private static void begin(Acme acme, LocalDate day, List<Course> courses) {
    int count = acme.dice("deals a day", day.toEpochDay()).between(0, 3);
    for (int i = 0; i < count; i++) {
      courses.add(Course.begin(acme, courses.size(), day));
    }
  }

  private static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }
}
