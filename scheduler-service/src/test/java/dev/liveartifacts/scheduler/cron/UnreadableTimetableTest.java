package dev.liveartifacts.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableTimetableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "61 * * * *    | “61” does not work as the minute: write a number from 0 to 59.",
        "0 24 * * *    | “24” does not work as the hour: write a number from 0 to 23.",
        "0 7 0 * *     | “0” does not work as the day of the month: write a number from 1 to 31.",
        "0 7 x * *     | “x” does not work as the day of the month: write a number from 1 to 31, L for the last day, * for any, a list (1,L), a range (1-7) or a step (*/2).",
        "0 7 * 13 *    | “13” does not work as the month: write a number from 1 to 12.",
        "0 7 * * 8     | “8” does not work as the day of the week: write a number from 0 to 7.",
        "0 7 * * 5-1   | “5-1” runs backwards: write the smaller day of the week first.",
        "*/0 * * * *   | “*/0” does not work as the minute: the number after the slash is from 1 to 59.",
        "0 7 31 2,4 *  | This never happens: none of these months has a day 31. Write a smaller day of the month.",
        "0 x * * *     | “x” does not work as the hour: write a number from 0 to 23, * for any, a list (8,17), a range (8-18) or a step (*/2).",
        "0 7 * * fri?  | “fri?” does not work as the day of the week: write a number from 0 to 7, * for any, a list (1,3), a range (MON-FRI) or a step (*/2).",
      })
  void a_cron_that_cannot_be_read_says_what_to_write(String cron, String message) {
    assertThatThrownBy(() -> Timetable.read(cron, "UTC"))
        .isInstanceOf(UnreadableTimetable.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "* * * *", "0 0 7 * * *", "@daily"})
  void another_number_of_fields_than_five_is_refused(String cron) {
    assertThatThrownBy(() -> Timetable.read(cron, "UTC"))
        .isInstanceOf(UnreadableTimetable.class)
        .hasMessageContaining("five fields")
        .hasMessageContaining("0 7 * * 1-5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,,2 * * * *",
        ", * * * *",
        "1- * * * *",
        "-1 * * * *",
        "1-2-3 * * * *",
        "5/10 * * * *",
        "*/5/5 * * * *",
        "*/ * * * *",
        "** * * * *",
        "٣ * * * *",
        "000000007 * * * *",
        "0 7 L-3 * *",
        "0 7 1-L * *",
        "0 7 L/2 * *",
        "0 7 LW * *",
        "L * * * *",
        "0 7 * L *",
        "0 7 * * L",
        "0 7 * * 5L",
        "0 7 ? * 1"
      })
  void what_is_nearly_cron_is_refused_rather_than_guessed(String cron) {
    assertThatThrownBy(() -> Timetable.read(cron, "UTC")).isInstanceOf(UnreadableTimetable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Berlin", "europe/berlin", "GMT+25", "+02:00", "Mars/Olympus"})
  void a_time_zone_that_is_none_is_refused_with_examples(String zone) {
    assertThatThrownBy(() -> Timetable.read("0 7 * * *", zone))
        .isInstanceOf(UnreadableTimetable.class)
        .hasMessageContaining("Europe/Berlin");
  }

  @Test
  void spaces_around_and_between_do_not_matter() {
    assertThat(Timetable.read("  0   7 * *  1-5 ", "UTC").cron()).isEqualTo("0 7 * * 1-5");
  }
}
