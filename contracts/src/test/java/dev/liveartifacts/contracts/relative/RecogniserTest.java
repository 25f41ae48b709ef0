package dev.liveartifacts.contracts.relative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecogniserTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Recogniser RECOGNISER = new Recogniser(BERLIN);
  private static final String SATURDAY = "2026-11-21T09:12:00Z";
  private static final String FIRST_OF_MONTH = "2026-11-01T09:12:00Z";

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, today",
    "2026-11-20, yesterday",
    "2026-11-14, today-7d",
    "2026-10-22, today-30d",
    "2026-10-21, today-1M",
    "2026-08-21, today-3M",
    "2026-11-01, month.start",
    "2026-11-30, month.end",
    "2026-11-16, week.start",
    "2026-12-01, month.start+1M",
    "2026-01-01, year.start",
    "2025-12-31, year.end-12M",
    "2026-11, month.start:month",
    "2026-10-31T23:00:00.000Z, month.start:utc-millis",
    "2026-11-01T00:00:00+01:00, month.start:date-time",
    "2026-11-01T00:00:00Z, month.start:day-utc",
    "2026-11-30T22:59:59.999Z, month.end:utc-millis",
    "2026-11-21T22:59:59.999Z, day.end:utc-millis",
    "2026-11-21T09:11:58.120Z, now:utc-millis",
    "2026-10-22T09:11:58.120Z, now-30d:utc-millis"
  })
  void the_likeliest_meaning_comes_first(String value, String expression) {
    assertThat(first("since", value, SATURDAY)).isEqualTo(expression);
  }

  @Test
  void numbers_are_times_too() {
    long midnight = Instant.parse("2026-10-31T23:00:00Z").toEpochMilli();

    assertThat(first("from", midnight, SATURDAY)).isEqualTo("month.start:millis");
    assertThat(first("from", midnight / 1000, SATURDAY)).isEqualTo("month.start:seconds");
    assertThat(first("now", Instant.parse(SATURDAY).toEpochMilli(), SATURDAY))
        .isEqualTo("now:millis");
  }

  @Test
  void on_the_first_of_a_month_the_arguments_name_tells_the_likelier_meaning() {
    assertThat(expressions("date_from", "2026-11-01", FIRST_OF_MONTH))
        .startsWith("month.start")
        .contains("today");
    assertThat(expressions("day", "2026-11-01", FIRST_OF_MONTH))
        .startsWith("today")
        .contains("month.start", "week.end");
  }

  @Test
  void a_value_that_is_sent_again_later_has_to_fit_both_times() {
    assertThat(expressions("day", "2026-11-01", FIRST_OF_MONTH, SATURDAY))
        .containsExactly("month.start");
    assertThat(expressions("day", "2026-11-19", "2026-11-19T08:00:00Z", SATURDAY)).isEmpty();
  }

  @Test
  void what_only_happens_to_fit_is_offered_and_not_proposed() {
    List<Candidate> candidates = candidates("until", "2026-11-02", SATURDAY);

    assertThat(candidates).extracting(one -> one.time().toString()).contains("today-19d");
    assertThat(candidates).noneMatch(Candidate::likely);
  }

  @Test
  void a_moment_before_midnight_that_is_seen_after_is_still_now() {
    assertThat(first("at", "2026-11-20T22:59:30.000Z", "2026-11-20T23:02:00Z"))
        .isEqualTo("now:utc-millis");
  }

  @ParameterizedTest
  @CsvSource({"open", "2026", "20261121", "2026-13-01", "2026-02-30", "21.11.2026", "''"})
  void what_is_no_time_has_no_meaning(String value) {
    assertThat(expressions("stage", value, SATURDAY)).isEmpty();
    assertThat(expressions("limit", 100L, SATURDAY)).isEmpty();
  }

  private static String first(String name, Object value, String... seen) {
    Candidate first = candidates(name, value, seen).getFirst();
    assertThat(first.likely()).isTrue();
    return first.time().toString();
  }

  private static List<String> expressions(String name, Object value, String... seen) {
    return candidates(name, value, seen).stream().map(one -> one.time().toString()).toList();
  }

  private static List<Candidate> candidates(String name, Object value, String... seen) {
    Set<Instant> times = Arrays.stream(seen).map(Instant::parse).collect(Collectors.toSet());
    return RECOGNISER.candidates(name, value, times);
  }
}
