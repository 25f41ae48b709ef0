package dev.liveartifacts.demo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.mcp.server.ToolCallException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Period MARCH =
      new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

  private enum Colour {
    RED,
    DARK_BLUE
  }

  @Test
  void a_date_that_is_none_is_shown_how_one_looks() {
    assertThatThrownBy(() -> Arguments.date("from", "31.03.2026"))
        .isInstanceOf(ToolCallException.class)
        .hasMessage("\"from\" must be a date like 2026-03-31, but was \"31.03.2026\".");
  }

  @Test
  void a_period_that_runs_backwards_is_refused() {
    assertThatThrownBy(() -> Arguments.period("2026-03-02", "2026-03-01", MARCH))
        .isInstanceOf(ToolCallException.class)
        .hasMessage("\"from\" (2026-03-02) must not be after \"to\" (2026-03-01).");
  }

  @Test
  void what_is_left_out_of_a_period_is_the_usual() {
    assertThat(Arguments.period(null, "2026-03-05", MARCH))
        .isEqualTo(new Period(MARCH.from(), LocalDate.of(2026, 3, 5)));
  }

  @Test
  void a_limit_out_of_range_is_told_the_range() {
    assertThat(Arguments.limit(1_000)).isEqualTo(1_000);
    assertThatThrownBy(() -> Arguments.limit(0))
        .isInstanceOf(ToolCallException.class)
        .hasMessage("\"limit\" must be between 1 and 1000, but was 0.");
  }

  @Test
  void a_choice_is_found_however_it_is_written() {
    assertThat(Arguments.choice("colour", "Dark blue", Colour.class)).contains(Colour.DARK_BLUE);
    assertThat(Arguments.choice("colour", null, Colour.class)).isEmpty();
  }

  @Test
  void a_choice_that_is_none_is_told_the_choices() {
    assertThatThrownBy(() -> Arguments.choice("colour", "green", Colour.class))
        .isInstanceOf(ToolCallException.class)
        .hasMessage("\"colour\" must be one of red, dark_blue, but was \"green\".");
  }
}
