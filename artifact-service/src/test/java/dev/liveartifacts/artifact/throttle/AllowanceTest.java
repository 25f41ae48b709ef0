package dev.liveartifacts.artifact.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {
  @ParameterizedTest
  @CsvSource({"60/1m,60,PT1M", "1/30s,1,PT30S", "200 / 24h,200,PT24H", "5/1H30M,5,PT1H30M"})
  void it_is_written_as_times_and_period(String text, int times, Duration per) {
    assertThat(Allowance.of(text)).isEqualTo(new Allowance(times, per));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60", "60/", "/1m", "0/1m", "-1/1m", "60/0s", "60/25h", "many/1m"})
  void what_says_nothing_of_the_kind_is_refused_with_how_it_is_written(String text) {
    assertThatThrownBy(() -> Allowance.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write it like 60/1m");
  }
}
