package dev.liveartifacts.contracts.relative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Saturday, at half past one in Berlin: in UTC it is still Friday. */
  private static final Instant SATURDAY = Instant.parse("2026-11-21T00:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-21",
    "yesterday, 2026-11-20",
    "tomorrow, 2026-11-22",
    "today-7d, 2026-11-14",
    "today-1w, 2026-11-14",
    "today-1M, 2026-10-21",
    "today+1M-1d, 2026-12-20",
    "week.start, 2026-11-16",
    "week.end, 2026-11-22",
    "week.start-1w, 2026-11-09",
    "month.start, 2026-11-01",
    "month.end, 2026-11-30",
    "month.end-1M, 2026-10-31",
    "month.end+3M, 2027-02-28",
    "month.start:month, 2026-11",
    "quarter.start, 2026-10-01",
    "quarter.end, 2026-12-31",
    "quarter.end-3M, 2026-09-30",
    "year.start-12M, 2025-01-01",
    "year.end, 2026-12-31",
    "now, 2026-11-21T01:30:00+01:00",
    "now-1d:utc, 2026-11-20T00:30:00Z",
    "now:millis, 1795221000000",
    "now:seconds, 1795221000",
    "month.start:date-time, 2026-11-01T00:00:00+01:00",
    "month.start:local, 2026-11-01T00:00:00",
    "month.start:utc, 2026-10-31T23:00:00Z",
    "month.start:utc-millis, 2026-10-31T23:00:00.000Z",
    "month.start:day-utc, 2026-11-01T00:00:00Z",
    "month.end:utc-millis, 2026-11-30T22:59:59.999Z",
    "month.end:day-utc-millis, 2026-11-30T23:59:59.999Z",
    "day.end:local, 2026-11-21T23:59:59"
  })
  void it_is_evaluated_in_the_time_zone(String expression, String expected) {
    assertThat(RelativeTime.parse(expression).at(SATURDAY, BERLIN).toString()).isEqualTo(expected);
  }

  @Test
  void a_day_of_25_hours_ends_when_the_next_one_begins() {
    Instant clocksGoBack = Instant.parse("2026-10-25T12:00:00Z");

    assertThat(RelativeTime.parse("today:utc").at(clocksGoBack, BERLIN))
        .isEqualTo("2026-10-24T22:00:00Z");
    assertThat(RelativeTime.parse("day.end:utc").at(clocksGoBack, BERLIN))
        .isEqualTo("2026-10-25T22:59:59Z");
  }

  @Test
  void a_day_without_midnight_begins_when_it_does() {
    ZoneId beirut = ZoneId.of("Asia/Beirut");
    Instant clocksGoForward = Instant.parse("2026-03-29T12:00:00Z");

    assertThat(RelativeTime.parse("today:date-time").at(clocksGoForward, beirut))
        .isEqualTo("2026-03-29T01:00:00+03:00");
    assertThat(RelativeTime.parse("today:day-utc").at(clocksGoForward, beirut))
        .isEqualTo("2026-03-29T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "today, today",
    "today-1d, yesterday",
    "yesterday, yesterday",
    "today-7d, 7 days ago",
    "tomorrow+1d, in 2 days",
    "today-1M, 1 month ago",
    "day.end, end of today",
    "now, now",
    "now-30d, '30 days ago, at this time of day'",
    "week.start, first day of this week",
    "week.start-1w, first day of last week",
    "week.end-3w, last day of the week 3 weeks ago",
    "week.start-1d, 1 day before the first day of this week",
    "month.start, first day of this month",
    "month.end-1M, last day of last month",
    "month.start-3M, first day of the month 3 months ago",
    "month.start+1M-1d, 1 day before the first day of next month",
    "month.start:month, this month",
    "quarter.start:month, first month of this quarter",
    "quarter.start+3M, first day of next quarter",
    "year.end-12M, last day of last year",
    "year.start-1M, first day of the year 1 month ago"
  })
  void it_is_said_in_words(String expression, String words) {
    assertThat(RelativeTime.parse(expression).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-21, 2026-11-21, today",
    "today-7d, 2026-11-14, 2026-11-14, 7 days ago",
    "now, 2026-11-21, 2026-11-21, today",
    "week.start, 2026-11-16, 2026-11-22, this week",
    "week.end-1w, 2026-11-09, 2026-11-15, last week",
    "week.start-3w, 2026-10-26, 2026-11-01, the week 3 weeks ago",
    "month.start-1M, 2026-10-01, 2026-10-31, last month",
    "month.end+3M, 2027-02-01, 2027-02-28, the month in 3 months",
    "quarter.start-3M, 2026-07-01, 2026-09-30, last quarter",
    "year.start:month, 2026-01-01, 2026-12-31, this year"
  })
  void it_belongs_to_a_period(String expression, LocalDate first, LocalDate last, String words) {
    RelativeTime time = RelativeTime.parse(expression);

    assertThat(time.period(SATURDAY, BERLIN)).isEqualTo(new Span(first, last));
    assertThat(time.periodWords()).isEqualTo(words);
    assertThat(time.period(SATURDAY, BERLIN).contains(time.day(SATURDAY, BERLIN))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " today",
        "Today",
        "today-7",
        "today-7h",
        "today--7d",
        "week",
        "month.middle",
        "today:roman",
        "today-99999d",
        "today-1201M",
        "today\n",
        "2026-11-21"
      })
  void what_is_no_expression_is_refused(String text) {
    assertThatThrownBy(() -> RelativeTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
