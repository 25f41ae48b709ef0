package dev.liveartifacts.artifact.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultJsonTest {
  private static final JsonMapper JSON = ResultJson.builder().build();

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":1}", " {\"a\":1}\n", "```json\n{\"a\":1}\n```", "```\n{\"a\":1}```"})
  void an_object_is_read_bare_or_fenced(String text) {
    assertThat(ResultJson.read(ResultJson.unfenced(text), JSON))
        .hasValueSatisfying(json -> assertThat(json.get("a").asInt()).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "```", "``````", "12", "\"text\"", "{", "{} and more", "```json\n```"})
  void anything_else_is_text(String text) {
    assertThat(ResultJson.read(ResultJson.unfenced(text), JSON)).isEmpty();
  }

  @Test
  void what_is_too_deep_or_too_long_is_text() {
    assertThat(ResultJson.read("[".repeat(200) + "]".repeat(200), JSON)).isPresent();
    assertThat(ResultJson.read("[".repeat(201) + "]".repeat(201), JSON)).isEmpty();
    assertThat(ResultJson.read("[" + "9".repeat(501) + "]", JSON)).isEmpty();
  }

  @Test
  void numbers_are_exact() {
    assertThat(ResultJson.read("[0.1234567890123456789]", JSON))
        .hasValueSatisfying(json ->
            assertThat(json.get(0).decimalValue())
                .isEqualByComparingTo(new BigDecimal("0.1234567890123456789")));
  }
}
