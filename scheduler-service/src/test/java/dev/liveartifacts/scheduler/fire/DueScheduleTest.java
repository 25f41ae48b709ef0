package dev.liveartifacts.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.schedule.Jitter;
import dev.liveartifacts.scheduler.schedule.Misfire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DueScheduleTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final UUID ID = UUID.fromString("6f3c2f5e-7f0b-4c55-9a52-0f6b1b1f3a10");

  @Test
  void what_is_not_due_yet_rings_when_it_is() {
    assertThat(daily(0, Misfire.RUN_ONCE).at(time("06:59:59"), PATIENCE))
        .isEqualTo(new Firing.TooEarly(time("07:00:00")));
  }

  @Test
  void what_is_due_fires_and_moves_on_to_the_next_time() {
    assertThat(daily(0, Misfire.RUN_ONCE).at(time("07:00:00.120"), PATIENCE))
        .isEqualTo(new Firing.Due(time("07:00:00"), tomorrow("07:00:00"), tomorrow("07:00:00")));
  }

  @Test
  void a_start_that_is_put_off_keeps_its_due_time() {
    Instant start = new Jitter(ID, 600).start(time("07:00:00"));

    assertThat(daily(600, Misfire.SKIP).at(start.minusMillis(1), PATIENCE))
        .isEqualTo(new Firing.TooEarly(start));
    assertThat(daily(600, Misfire.SKIP).at(start, PATIENCE))
        .isEqualTo(
            new Firing.Due(
                time("07:00:00"),
                tomorrow("07:00:00"),
                new Jitter(ID, 600).start(tomorrow("07:00:00"))));
  }

  @Test
  void a_start_that_is_put_off_beyond_the_patience_is_no_misfire() {
    Instant start = new Jitter(ID, 3_600).start(time("07:00:00"));
    assertThat(start).isAfter(time("07:00:00").plus(PATIENCE));

    assertThat(daily(3_600, Misfire.SKIP).at(start.plusSeconds(1), PATIENCE))
        .isInstanceOf(Firing.Due.class);
  }

  @Test
  void one_run_makes_up_for_three_missed_days() {
    Instant back = time("07:00:00").plus(Duration.ofDays(3)).plusSeconds(30);

    assertThat(daily(0, Misfire.RUN_ONCE).at(back, PATIENCE))
        .isEqualTo(new Firing.Due(time("07:00:00"), day(4, "07:00:00"), day(4, "07:00:00")));
  }

  @Test
  void missed_times_are_left_out_if_the_schedule_says_so_but_not_the_one_that_is_due_now() {
    Instant back = time("07:00:00").plus(Duration.ofDays(3)).plusSeconds(30);

    Firing first = daily(0, Misfire.SKIP).at(back, PATIENCE);

    assertThat(first)
        .isEqualTo(new Firing.LeftOut(time("07:00:00"), day(3, "07:00:00"), day(3, "07:00:00")));
    assertThat(schedule("0 7 * * *", day(3, "07:00:00"), 0, Misfire.SKIP).at(back, PATIENCE))
        .isInstanceOf(Firing.Due.class);
  }

  @Test
  void a_clock_that_is_set_back_brings_no_due_time_back() {
    List<Instant> fired = new ArrayList<>();
    Instant next = time("07:00:00");
    List<String> clock =
        List.of("07:00:01", "08:00:01", "06:30:00", "07:30:00", "08:30:00", "09:00:01");
    for (String moment : clock) {
      Firing firing = schedule("0 * * * *", next, 0, Misfire.RUN_ONCE).at(time(moment), PATIENCE);
      if (firing instanceof Firing.Due due) {
        fired.add(due.due());
        next = due.next();
      }
    }

    assertThat(fired).containsExactly(time("07:00:00"), time("08:00:00"), time("09:00:00"));
  }

  @Test
  void a_clock_that_jumps_ahead_makes_up_with_one_run_and_fires_nothing_on_the_way_back() {
    Instant ahead = time("07:00:00").plus(Duration.ofDays(1));
    Firing jumped =
        schedule("0 * * * *", time("07:00:00"), 0, Misfire.RUN_ONCE).at(ahead, PATIENCE);

    assertThat(jumped)
        .isEqualTo(new Firing.Due(time("07:00:00"), tomorrow("08:00:00"), tomorrow("08:00:00")));
    assertThat(
            schedule("0 * * * *", tomorrow("08:00:00"), 0, Misfire.RUN_ONCE)
                .at(time("07:05:00"), PATIENCE))
        .isEqualTo(new Firing.TooEarly(tomorrow("08:00:00")));
  }

  @Test
  void whatever_the_clock_does_due_times_only_go_forward_and_none_comes_twice() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (String zone : List.of("Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "UTC")) {
      for (String cron : List.of("*/15 * * * *", "30 2 * * *", "0 7 L * *", "0,30 1-3 * * 0")) {
        List<Instant> fired = walk(random, cron, zone);
        assertThat(fired).as("%s %s, seed %d", cron, zone, seed).doesNotHaveDuplicates().isSorted();
      }
    }
  }

  /** Rings at moments that jump about, mostly forward, over several changes of the clocks. */
  private static List<Instant> walk(Random random, String cron, String zone) {
    Timetable timetable = Timetable.read(cron, zone);
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Instant next = timetable.next(now);
    List<Instant> fired = new ArrayList<>();
    for (int ring = 0; ring < 2_000; ring++) {
      now = now.plusSeconds(random.nextInt(-7_200, 40_000));
      DueSchedule schedule = new DueSchedule(timetable, next, new Jitter(ID, 500), misfire(random));
      switch (schedule.at(now, PATIENCE)) {
        case Firing.TooEarly early -> assertThat(early.ringsAt()).isAfter(now);
        case Firing.Due due -> {
          fired.add(due.due());
          assertThat(due.ringsAt()).isAfter(now);
          next = due.next();
        }
        case Firing.LeftOut missed -> {
          fired.add(missed.due());
          next = missed.next();
        }
      }
    }
    return fired;
  }

  private static Misfire misfire(Random random) {
    return random.nextBoolean() ? Misfire.RUN_ONCE : Misfire.SKIP;
  }

  @Test
  void in_the_hour_that_comes_twice_a_daily_schedule_fires_once_and_an_hourly_one_twice() {
    assertThat(dueBetween("30 2 * * *", "2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z")).hasSize(1);
    assertThat(dueBetween("30 * * * *", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"))
        .hasSize(25);
  }

  @Test
  void in_the_hour_that_is_missing_a_daily_schedule_still_fires_once() {
    assertThat(dueBetween("30 2 * * *", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"))
        .containsExactly(Instant.parse("2026-03-29T01:00:00Z"));
  }

  /** As a timer that rings on time would see it. */
  private static List<Instant> dueBetween(String cron, String from, String to) {
    Timetable berlin = Timetable.read(cron, "Europe/Berlin");
    Stream<Instant> due =
        Stream.iterate(
            berlin.next(Instant.parse(from)),
            next ->
                ((Firing.Due)
                        new DueSchedule(berlin, next, new Jitter(ID, 0), Misfire.RUN_ONCE)
                            .at(next, PATIENCE))
                    .next());
    return due.takeWhile(next -> next.isBefore(Instant.parse(to))).toList();
  }

  private static DueSchedule daily(int jitter, Misfire misfire) {
    return schedule("0 7 * * *", time("07:00:00"), jitter, misfire);
  }

  private static DueSchedule schedule(String cron, Instant next, int jitter, Misfire misfire) {
    return new DueSchedule(Timetable.read(cron, "UTC"), next, new Jitter(ID, jitter), misfire);
  }

  private static Instant time(String time) {
    return Instant.parse("2026-11-23T" + time + "Z");
  }

  private static Instant tomorrow(String time) {
    return day(1, time);
  }

  private static Instant day(int days, String time) {
    return time(time).plus(Duration.ofDays(days));
  }
}
