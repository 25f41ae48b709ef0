package dev.liveartifacts.artifact.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Reading SILENT = new Reading.Silent("The call failed.");

  @Test
  void an_episode_is_told_about_once_however_many_runs_it_lasts() {
    assertThat(turns(amount(">", "100"), of(90), of(110), of(120), of(130), of(80), of(101)))
        .containsExactly(
            Course.Turn.CALM,
            Course.Turn.BEGINS,
            Course.Turn.GOES_ON,
            Course.Turn.GOES_ON,
            Course.Turn.ENDS,
            Course.Turn.BEGINS);
  }

  @Test
  void a_run_without_data_neither_begins_nor_ends_an_episode() {
    assertThat(turns(amount("<", "5"), SILENT, of(1), SILENT, of(2), SILENT, of(9)))
        .containsExactly(
            Course.Turn.UNKNOWN,
            Course.Turn.BEGINS,
            Course.Turn.UNKNOWN,
            Course.Turn.GOES_ON,
            Course.Turn.UNKNOWN,
            Course.Turn.ENDS);
  }

  @Test
  void a_change_is_measured_from_the_last_run_that_had_a_number() {
    assertThat(turns(percent("50"), of(100), SILENT, of(149), of(300), of(310)))
        .containsExactly(
            Course.Turn.CALM,
            Course.Turn.UNKNOWN,
            Course.Turn.CALM,
            Course.Turn.BEGINS,
            Course.Turn.ENDS);
  }

  @Test
  void from_nothing_to_something_is_more_than_any_share() {
    assertThat(turns(percent("500"), of(0), of(0), of(1)))
        .containsExactly(Course.Turn.CALM, Course.Turn.CALM, Course.Turn.BEGINS);
  }

  @Test
  void a_structure_that_changes_is_told_about_and_is_the_new_usual() {
    Condition condition = condition(new Measure.Shape(), null);

    assertThat(turns(condition, shape("a"), shape("a"), shape("b"), shape("b"), shape("a")))
        .containsExactly(
            Course.Turn.CALM,
            Course.Turn.CALM,
            Course.Turn.BEGINS,
            Course.Turn.ENDS,
            Course.Turn.BEGINS);
  }

  @Test
  void a_connection_is_lost_once_until_it_is_back() {
    Condition condition = condition(new Measure.Connection(), null);

    assertThat(
            turns(
                condition,
                new Reading.Reached(),
                new Reading.Lost("gone"),
                new Reading.Lost("still gone"),
                new Reading.Reached()))
        .containsExactly(
            Course.Turn.CALM, Course.Turn.BEGINS, Course.Turn.GOES_ON, Course.Turn.ENDS);
  }

  @Test
  void what_holds_when_an_alert_is_made_is_told_about_with_the_next_run() {
    Condition above = amount(">", "100");

    Course start = Course.startingAt(above, of(120));

    assertThat(start.after(above, of(120)).turn()).isEqualTo(Course.Turn.BEGINS);
  }

  @Test
  void what_was_there_when_an_alert_was_made_is_no_change() {
    Condition changes = amount("changes", null);

    Course start = Course.startingAt(changes, of(7));

    assertThat(start.after(changes, of(7)).turn()).isEqualTo(Course.Turn.CALM);
    assertThat(start.after(changes, of(8)).turn()).isEqualTo(Course.Turn.BEGINS);
  }

  private static List<Course.Turn> turns(Condition condition, Reading... readings) {
    List<Course.Turn> turns = new ArrayList<>();
    Course course = Course.START;
    for (Reading reading : readings) {
      Course.Step step = course.after(condition, reading);
      turns.add(step.turn());
      course = step.course();
    }
    return turns;
  }

  private static Condition percent(String value) {
    return condition(
        new Measure.Aggregate(Measure.Of.COUNT, null, List.of(), null),
        new Comparison(Comparison.Op.CHANGES_BY, new BigDecimal(value), true));
  }

  private static Condition amount(String op, @Nullable String value) {
    return condition(
        new Measure.Aggregate(Measure.Of.COUNT, null, List.of(), null),
        new Comparison(
            new JsonMapper().convertValue(op, Comparison.Op.class),
            Stream.ofNullable(value).map(BigDecimal::new).findFirst().orElse(null),
            false));
  }

  private static Condition condition(Measure measure, @Nullable Comparison comparison) {
    return new Condition(new UUID(0, 1), "list_deals", null, measure, comparison);
  }

  private static Reading of(long value) {
    return new Reading.Amount(BigDecimal.valueOf(value));
  }

  private static Reading shape(String hash) {
    return new Reading.Structure(hash);
  }
}
