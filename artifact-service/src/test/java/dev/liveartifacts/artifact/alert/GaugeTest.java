package dev.liveartifacts.artifact.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaugeTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Half past one in Berlin, and still Friday in UTC. */
  private static final Instant SATURDAY = Instant.parse("2026-11-21T00:30:00Z");

  private static final List<ObjectNode> DEALS =
      rows(
          """
          {"id": 1, "amount": 100.10, "stage": "won", "customer": {"name": "Zed"}, "due": "2026-01-02"}
          {"id": 2, "amount": "1,204.50", "stage": "Open", "customer": {"name": "Ann"}, "due": "2026-02-01"}
          {"id": 3, "amount": null, "stage": "open", "customer": {"name": "Bob"}, "due": null}
          {"id": 4, "amount": "$12", "stage": "lost", "customer": {"name": "Cy"}, "due": "2025-12-31"}
          """);

  @ParameterizedTest
  @CsvSource({
    "count,   , 4",
    "sum, amount, 1316.60",
    "average, amount, 438.8666666666667",
    "min, amount, 12",
    "max, amount, 1204.50",
  })
  void rows_become_a_number(String of, String field, BigDecimal expected) {
    Measure measure = new Measure.Aggregate(Measure.Of.of(of), field, List.of(), null);

    assertThat(read(measure, answered(DEALS))).isEqualTo(new Reading.Amount(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "stage, =, '\"open\"', 2",
    "stage, !=, '\"OPEN\"', 2",
    "stage, contains, '\"o\"', 4",
    "amount, >, 100, 2",
    "amount, >=, 100.1, 2",
    "amount, <, 100, 1",
    "amount, <=, '\"12\"', 1",
    "amount, =, , 1",
    "amount, !=, , 3",
    "customer.name, =, '\"ann\"', 1",
    "due, <, '\"2026-01-02\"', 1",
    "id, =, '\"1.0\"', 1",
  })
  void only_the_rows_count_that_are_asked_for(
      String field, String op, String value, BigDecimal expected) throws Exception {
    Filter filter =
        new Filter(
            field,
            JSON.convertValue(op, Filter.Op.class),
            value == null ? null : JSON.readTree(value),
            null);
    Measure measure = new Measure.Aggregate(Measure.Of.COUNT, null, List.of(filter), null);

    assertThat(read(measure, answered(DEALS))).isEqualTo(new Reading.Amount(expected));
  }

  @Test
  void a_field_that_is_gone_is_named_and_is_no_zero() {
    Measure measure = new Measure.Aggregate(Measure.Of.SUM, "total", List.of(), null);

    assertThat(read(measure, answered(DEALS)))
        .isEqualTo(new Reading.Unreadable("The field “total” is not in the data any more."));
  }

  @Test
  void a_field_of_words_is_no_number() {
    Measure measure = new Measure.Aggregate(Measure.Of.MAX, "stage", List.of(), null);

    assertThat(read(measure, answered(DEALS)))
        .isEqualTo(new Reading.Unreadable("The field “stage” holds no numbers."));
  }

  @Test
  void the_sum_of_no_rows_is_nothing_and_their_average_is_unknown() {
    assertThat(
            read(new Measure.Aggregate(Measure.Of.SUM, "a", List.of(), null), answered(List.of())))
        .isEqualTo(new Reading.Amount(BigDecimal.ZERO));
    assertThat(
            read(
                new Measure.Aggregate(Measure.Of.AVERAGE, "a", List.of(), null),
                answered(List.of())))
        .isInstanceOf(Reading.Silent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1E-99999", "1e61"})
  void a_number_without_measure_does_not_eat_the_memory(String number) {
    Measure measure = new Measure.Aggregate(Measure.Of.SUM, "a", List.of(), null);

    assertThat(read(measure, answered(rows("{\"a\": \"" + number + "\"}"))))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void a_call_that_failed_says_nothing_about_numbers_and_everything_about_the_connection() {
    Sample failed = new Sample.Failed("Sign in again.");

    assertThat(read(new Measure.Aggregate(Measure.Of.COUNT, null, List.of(), null), failed))
        .isEqualTo(new Reading.Silent("Sign in again."));
    assertThat(read(new Measure.Shape(), failed)).isEqualTo(new Reading.Silent("Sign in again."));
    assertThat(read(new Measure.Connection(), failed))
        .isEqualTo(new Reading.Lost("Sign in again."));
    assertThat(read(new Measure.Connection(), new Sample.None()))
        .isInstanceOf(Reading.Silent.class);
    assertThat(read(new Measure.Connection(), answered(List.of())))
        .isEqualTo(new Reading.Reached());
  }

  @ParameterizedTest
  @CsvSource({
    "due, in, today, 1",
    "due, in, week.start, 3",
    "due, in, week.start-1w, 1",
    "due, in, month.start, 4",
    "due, in, year.start-12M, 1",
    "due, =, today, 1",
    "due, !=, today, 6",
    "due, <, today, 4",
    "due, <=, today, 5",
    "due, >, today, 1",
    "due, >=, today-5d, 3",
    "sent, in, today, 2",
    "sent, =, yesterday, 1",
  })
  void days_are_compared_with_days_that_move(
      String field, String op, String relative, BigDecimal expected) {
    List<ObjectNode> tasks =
        rows(
            """
            {"due": "2026-11-21", "sent": "2026-11-20T23:30:00Z"}
            {"due": "2026-11-22", "sent": 1795216500000}
            {"due": "2026-11-16", "sent": 1795130100}
            {"due": "2026-11-15T23:59:59", "sent": "soon"}
            {"due": "2026-10-31T22:00:00.123+01:00", "sent": ""}
            {"due": "2025-11-21", "sent": 42}
            {"due": null, "sent": null}
            """);
    Filter filter = new Filter(field, JSON.convertValue(op, Filter.Op.class), null, relative);
    Measure measure =
        new Measure.Aggregate(Measure.Of.COUNT, null, List.of(filter), ZoneId.of("Europe/Berlin"));

    assertThat(read(measure, answered(tasks))).isEqualTo(new Reading.Amount(expected));
  }

  @Test
  void a_field_without_a_single_date_is_not_taken_for_one() {
    Filter filter = new Filter("stage", Filter.Op.IN, null, "today");
    Measure measure =
        new Measure.Aggregate(Measure.Of.COUNT, null, List.of(filter), ZoneOffset.UTC);

    assertThat(read(measure, answered(DEALS)))
        .isEqualTo(new Reading.Unreadable("The field “stage” holds no dates."));
  }

  private static Reading read(Measure measure, Sample sample) {
    return Gauge.read(measure, sample, SATURDAY);
  }

  private static Sample answered(List<ObjectNode> rows) {
    return new Sample.Answered("s1", rows);
  }

  private static List<ObjectNode> rows(String lines) {
    return Stream.of(lines.strip().split("\n")).map(GaugeTest::row).toList();
  }

  private static ObjectNode row(String line) {
    try {
      return (ObjectNode) JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
