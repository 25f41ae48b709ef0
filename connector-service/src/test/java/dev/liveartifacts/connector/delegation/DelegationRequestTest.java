package dev.liveartifacts.connector.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegationRequestTest {
  private static final String CALL =
      """
      {"calls":[{"connectorId":"0b0e0000-0000-4000-8000-000000000001","tool":"list_deals",
        "arguments":{"a/b":{"from":"2026-11-01"},"days":[1,"2026-11-21"],"open":true,"n":1.10},
        "relative":[{"path":"%s","expression":"%s"}]}],"version":3,"expiresAt":%s}
      """;

  @Test
  void relative_arguments_are_put_in_their_place_and_nothing_else_changes() {
    DelegatedCall call = read("/a~1b/from", "month.start-1M", "null").calls().getFirst();

    assertThat(call.argumentsAt(Instant.parse("2026-03-31T12:00:00Z"), ZoneOffset.UTC))
        .hasToString(
            "{\"a/b\":{\"from\":\"2026-02-01\"},\"days\":[1,\"2026-11-21\"],\"open\":true,\"n\":1.10}");
    assertThat(call.arguments().at("/a~1b/from").asText()).isEqualTo("2026-11-01");
  }

  @Test
  void a_place_in_a_list_and_a_number_can_be_relative() {
    DelegatedCall call = read("/days/0", "today:seconds", "null").calls().getFirst();

    assertThat(call.argumentsAt(Instant.parse("2026-03-31T12:00:00Z"), ZoneOffset.UTC).at("/days"))
        .hasToString("[1774915200,\"2026-11-21\"]");
  }

  @Test
  void an_expression_is_kept_as_we_write_it() {
    assertThat(read("/days/1", "today-1w", "null").calls().getFirst().relative())
        .containsExactly(new RelativeArgument("/days/1", "today-7d"));
  }

  @Test
  void version_and_end_are_read() {
    DelegationRequest.Read read = read("/days/1", "today", "\"2027-01-01T00:00:00Z\"");

    assertThat(read.version()).isEqualTo(3);
    assertThat(read.expiresAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing, today, null",
    "/open, today, null",
    "/n, today, null",
    "/days, today, null",
    "'', today, null",
    "days, today, null",
    "/days/1, someday, null",
    "/days/1, today, '\"tomorrow\"'"
  })
  void what_cannot_be_delegated_is_refused_with_a_sentence(
      String path, String expression, String end) {
    assertThatThrownBy(() -> read(path, expression, end))
        .isInstanceOf(ProblemException.class)
        .message()
        .isNotBlank();
  }

  private static DelegationRequest.Read read(String path, String expression, String end) {
    return DelegationRequest.read(
        CALL.formatted(path, expression, end).getBytes(StandardCharsets.UTF_8));
  }
}
