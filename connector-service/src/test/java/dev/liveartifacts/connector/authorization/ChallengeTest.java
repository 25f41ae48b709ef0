package dev.liveartifacts.connector.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
  @Test
  void everything_that_a_server_says_is_heard() {
    Challenge challenge =
        Challenge.of(
            "Basic realm=\"x\", Bearer error=\"insufficient_scope\", scope=\"a b\","
                + " resource_metadata=\"https://erp.test/m\", error_description=\"say \\\"please\\\"\"");

    assertThat(challenge)
        .isEqualTo(
            new Challenge(
                URI.create("https://erp.test/m"),
                List.of("a", "b"),
                "insufficient_scope",
                "say \"please\""));
    assertThat(challenge.wantsMoreScope()).isTrue();
  }

  @Test
  void unquoted_values_and_odd_spelling_are_understood() {
    assertThat(Challenge.of("bearer SCOPE=read ,error=invalid_token").scope())
        .containsExactly("read");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Basic scope=\"read\"",
        "Bearer scope=\"\u0007 \"",
        "Bearer resource_metadata=\"http://[\"",
        "Bearer scope=\"never ends",
        "Bearerscope=read",
      })
  void what_cannot_be_understood_asks_for_nothing(String header) {
    assertThat(Challenge.of(header)).isEqualTo(Challenge.NONE);
  }

  @Test
  void a_header_without_end_costs_nothing() {
    assertThat(Challenge.of("Bearer " + "a=\\\"".repeat(100_000))).isEqualTo(Challenge.NONE);
  }
}
