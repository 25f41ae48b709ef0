package dev.liveartifacts.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
  private static final String BERLIN = "Europe/Berlin";

  @Test
  void a_weekday_schedule_leaves_the_weekend_out() {
    assertThat(next("0 7 * * 1-5", BERLIN, "2026-07-31T04:00:00Z", 3))
        .containsExactly(
            "2026-07-31T07:00+02:00", "2026-08-03T07:00+02:00", "2026-08-04T07:00+02:00");
  }

  @Test
  void the_local_hour_stays_when_the_offset_changes() {
    assertThat(next("0 7 * * *", BERLIN, "2026-03-28T00:00:00Z", 2))
        .containsExactly("2026-03-28T07:00+01:00", "2026-03-29T07:00+02:00");
  }

  @Test
  void a_fixed_time_that_the_clock_skips_is_due_once_when_the_skip_is_over() {
    assertThat(next("0,30 2 * * *", BERLIN, "2026-03-28T12:00:00Z", 3))
        .containsExactly(
            "2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00", "2026-03-30T02:30+02:00");
  }

  @Test
  void a_midnight_that_does_not_exist_is_due_at_one() {
    assertThat(next("0 0 * * *", "America/Santiago", "2026-09-05T12:00:00Z", 2))
        .containsExactly("2026-09-06T01:00-03:00", "2026-09-07T00:00-03:00");
  }

  @Test
  void a_fixed_time_that_the_clock_repeats_is_due_the_first_time_only() {
    assertThat(next("30 2 * * *", BERLIN, "2026-10-24T12:00:00Z", 2))
        .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    assertThat(next("30 2 * * *", BERLIN, "2026-10-25T01:10:00Z", 1))
        .containsExactly("2026-10-26T02:30+01:00");
  }

  @Test
  void an_hourly_schedule_has_twenty_three_hours_in_spring() {
    assertThat(next("0 * * * *", BERLIN, "2026-03-29T00:30:00Z", 2))
        .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T04:00+02:00");
    assertThat(countOn("0 * * * *", "2026-03-28T22:59:00Z", "2026-03-29T21:59:00Z")).isEqualTo(23);
  }

  @Test
  void an_hourly_schedule_has_twenty_five_hours_in_autumn() {
    assertThat(next("0 * * * *", BERLIN, "2026-10-24T23:30:00Z", 3))
        .containsExactly(
            "2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", "2026-10-25T03:00+01:00");
    assertThat(countOn("0 * * * *", "2026-10-24T21:59:00Z", "2026-10-25T22:59:00Z")).isEqualTo(25);
  }

  @Test
  void half_an_hour_of_daylight_saving_is_handled_too() {
    assertThat(next("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00:00Z", 2))
        .containsExactly("2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00");
  }

  @Test
  void the_twenty_ninth_of_february_waits_for_a_leap_year() {
    assertThat(next("0 7 29 2 *", "UTC", "2096-03-01T00:00:00Z", 1))
        .containsExactly("2104-02-29T07:00Z");
  }

  @Test
  void the_last_day_of_the_month_is_whichever_it_is() {
    assertThat(next("0 7 L * *", BERLIN, "2028-01-30T00:00:00Z", 4))
        .containsExactly(
            "2028-01-31T07:00+01:00",
            "2028-02-29T07:00+01:00",
            "2028-03-31T07:00+02:00",
            "2028-04-30T07:00+02:00");
    assertThat(next("0 7 L 2 *", "UTC", "2026-03-01T00:00:00Z", 2))
        .containsExactly("2027-02-28T07:00Z", "2028-02-29T07:00Z");
  }

  @Test
  void the_last_day_counts_once_when_its_number_is_listed_too() {
    assertThat(next("0 7 30,L * *", "UTC", "2026-04-01T00:00:00Z", 3))
        .containsExactly("2026-04-30T07:00Z", "2026-05-30T07:00Z", "2026-05-31T07:00Z");
  }

  @Test
  void a_list_of_the_last_day_works_in_months_that_lack_the_other_days() {
    assertThat(next("0 7 31,L 2 *", "UTC", "2026-01-01T00:00:00Z", 1))
        .containsExactly("2026-02-28T07:00Z");
  }

  @Test
  void a_day_of_the_week_and_the_last_day_are_each_enough() {
    assertThat(next("0 7 L * 1", "UTC", "2026-08-24T08:00:00Z", 2))
        .containsExactly("2026-08-31T07:00Z", "2026-09-07T07:00Z");
  }

  @Test
  void either_day_field_is_enough_when_both_are_given() {
    assertThat(next("0 7 1 * 1", "UTC", "2026-01-25T08:00:00Z", 3))
        .containsExactly("2026-01-26T07:00Z", "2026-02-01T07:00Z", "2026-02-02T07:00Z");
  }

  @Test
  void the_due_time_itself_is_not_its_own_next() {
    assertThat(next("0 7 * * *", "UTC", "2026-01-01T07:00:00Z", 1))
        .containsExactly("2026-01-02T07:00Z");
    assertThat(next("0 7 * * *", "UTC", "2026-01-01T06:59:59.999Z", 1))
        .containsExactly("2026-01-01T07:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * *|PT1M",
        "*/15 * * * *|PT15M",
        "0 7 * * *|PT24H",
        "59,0 * * * *|PT1M",
        "0 23,0 * * *|PT1H",
        "30 8-18 * * *|PT1H"
      })
  void the_shortest_interval_counts_across_midnight(String cron, Duration shortest) {
    assertThat(Timetable.read(cron, "UTC").shortestInterval()).isEqualTo(shortest);
  }

  private static List<String> next(String cron, String zone, String after, int count) {
    return Timetable.read(cron, zone).next(Instant.parse(after), count).stream()
        .map(due -> due.atZone(ZoneId.of(zone)).toOffsetDateTime().toString())
        .toList();
  }

  private static long countOn(String cron, String after, String until) {
    Instant end = Instant.parse(until);
    return Timetable.read(cron, BERLIN).next(Instant.parse(after), 40).stream()
        .filter(due -> !due.isAfter(end))
        .count();
  }
}
