package dev.liveartifacts.contracts.relative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RelativeTimeProperties {
  private static final int MOST = 8;

  @Property
  void an_expression_reads_as_it_is_written(@ForAll("times") RelativeTime time) {
    assertThat(RelativeTime.parse(time.toString())).isEqualTo(time);
    assertThat(time.words()).isNotBlank();
  }

  @Property
  void whatever_is_recognised_gives_the_same_value_at_the_same_time(
      @ForAll("times") RelativeTime time,
      @ForAll("instants") Instant at,
      @ForAll("zones") ZoneId zone) {
    Object value = time.at(at, zone);

    new Recogniser(zone)
        .candidates("since", value, Set.of(at)).stream()
            .map(Candidate::time)
            .filter(found -> found.anchor() != Anchor.NOW)
            .forEach(found -> assertThat(found.at(at, zone)).isEqualTo(value));
  }

  @Property
  void what_a_page_may_have_meant_is_among_what_is_recognised(
      @ForAll("plain") RelativeTime time,
      @ForAll("instants") Instant at,
      @ForAll("zones") ZoneId zone) {
    List<Candidate> found = new Recogniser(zone).candidates("since", time.at(at, zone), Set.of(at));

    assertThat(found).hasSizeLessThanOrEqualTo(MOST);
    if (found.size() < MOST) {
      assertThat(found).extracting(one -> one.time().words()).contains(time.words());
    }
  }

  @Property
  void the_day_after_a_months_end_is_the_next_months_start(
      @ForAll("instants") Instant at, @ForAll("zones") ZoneId zone) {
    LocalDate end = LocalDate.parse((String) RelativeTime.parse("month.end").at(at, zone));
    LocalDate next = LocalDate.parse((String) RelativeTime.parse("month.start+1M").at(at, zone));

    assertThat(end.plusDays(1)).isEqualTo(next);
  }

  @Property
  void a_period_ends_a_millisecond_before_the_next_begins(
      @ForAll("instants") Instant at, @ForAll("zones") ZoneId zone) {
    for (String period : List.of("week.%s%s", "month.%s%s", "quarter.%s%s", "year.%s%s")) {
      String next =
          switch (period.charAt(0)) {
            case 'w' -> "+1w";
            case 'm' -> "+1M";
            case 'q' -> "+3M";
            default -> "+12M";
          };
      long end = millis(period.formatted("end", ""), at, zone);
      long begin = millis(period.formatted("start", next), at, zone);

      assertThat(begin - end).isEqualTo(1);
    }
  }

  private static long millis(String expression, Instant at, ZoneId zone) {
    return (Long) RelativeTime.parse(expression + ":millis").at(at, zone);
  }

  @Provide
  Arbitrary<RelativeTime> times() {
    return Combinators.combine(
            Arbitraries.of(Anchor.class),
            Arbitraries.integers().between(-40, 40),
            Arbitraries.integers().between(-900, 900),
            Arbitraries.of(Form.class))
        .as(RelativeTime::new);
  }

  /** What pages say: one shift at most. */
  @Provide
  Arbitrary<RelativeTime> plain() {
    return Combinators.combine(
            Arbitraries.of("today", "yesterday", "month.start", "month.end-1M", "today-7d"),
            Arbitraries.of("", ":utc-millis", ":local", ":millis", ":date-time"))
        .as((time, form) -> RelativeTime.parse(time + form));
  }

  @Provide
  Arbitrary<Instant> instants() {
    Instant first = Instant.parse("2001-01-01T00:00:00Z");
    return Arbitraries.longs()
        .between(0, Duration.ofDays(25_000).toMillis())
        .map(first::plusMillis);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kolkata",
            "Pacific/Apia",
            "America/Sao_Paulo",
            "Asia/Beirut")
        .map(ZoneId::of);
  }
}
