package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTest {
  private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");
  private static final byte[] JSON = "{\"content\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final StoredResult GOOD =
      new StoredResult(NOW.minusSeconds(60), NOW, 5, null, JSON);

  private static Landing missed(McpFailure failure) {
    return Failures.missed("Acme CRM", failure, 12);
  }

  @Test
  void an_outage_is_answered_with_the_last_good_data_and_the_failure() {
    Outcome outcome = Outcome.of(missed(new McpFailure.Dropped()), Optional.of(GOOD));

    assertThat(outcome).isInstanceOf(Outcome.Stale.class);
    Outcome.Stale stale = (Outcome.Stale) outcome;
    assertThat(stale.json()).isEqualTo(JSON);
    assertThat(stale.storedAt()).isEqualTo(NOW);
    assertThat(stale.error().code()).isEqualTo(ErrorCode.SERVER_UNAVAILABLE);
  }

  @Test
  void an_outage_without_last_good_data_is_the_failure() {
    assertThat(Outcome.of(missed(new McpFailure.Dropped()), Optional.empty()))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void a_sign_in_that_ended_is_never_papered_over() {
    assertThat(Outcome.of(missed(new McpFailure.Unauthorized(null)), Optional.of(GOOD)))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void a_tool_that_says_it_failed_is_passed_on_untouched() {
    byte[] own = "{\"isError\":true,\"content\":[]}".getBytes(StandardCharsets.UTF_8);

    Outcome outcome = Outcome.of(new Landing.ToolFailed(own, 3), Optional.of(GOOD));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).json()).isEqualTo(own);
    assertThat(((Outcome.Failed) outcome).error().code()).isEqualTo(ErrorCode.TOOL_ERROR);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new McpFailure.Refused("No."), ErrorCode.SERVER_UNAVAILABLE, false),
        Arguments.of(
            new McpFailure.Unreachable("is not there"), ErrorCode.SERVER_UNAVAILABLE, true),
        Arguments.of(new McpFailure.Dropped(), ErrorCode.SERVER_UNAVAILABLE, true),
        Arguments.of(
            new McpFailure.TimedOut(Duration.ofSeconds(30)), ErrorCode.SERVER_UNAVAILABLE, true),
        Arguments.of(new McpFailure.Unauthorized(null), ErrorCode.NEEDS_REAUTH, false),
        Arguments.of(new McpFailure.Forbidden(null), ErrorCode.UPSTREAM_ERROR, false),
        Arguments.of(new McpFailure.RateLimited(null), ErrorCode.RATE_LIMITED, true),
        Arguments.of(new McpFailure.ServerError(500, null), ErrorCode.SERVER_UNAVAILABLE, true),
        Arguments.of(new McpFailure.UnexpectedStatus(404), ErrorCode.UPSTREAM_ERROR, true),
        Arguments.of(new McpFailure.NotMcp("answered"), ErrorCode.UPSTREAM_ERROR, true),
        Arguments.of(new McpFailure.TooLarge(8 << 20), ErrorCode.UPSTREAM_ERROR, true),
        Arguments.of(new McpFailure.RpcError(200, -32602, ""), ErrorCode.BAD_REQUEST, false),
        Arguments.of(new McpFailure.RpcError(200, -32603, ""), ErrorCode.UPSTREAM_ERROR, true),
        Arguments.of(new McpFailure.UnsupportedVersion("1"), ErrorCode.UPSTREAM_ERROR, false),
        Arguments.of(new McpFailure.SessionLost(), ErrorCode.SERVER_UNAVAILABLE, true));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void every_failure_has_a_code_a_sentence_and_a_word_on_last_good_data(
      McpFailure failure, ErrorCode code, boolean lastGoodServes) {
    Landing.Missed missed = Failures.missed("Acme CRM", failure, 0);

    assertThat(missed.error().code()).isEqualTo(code);
    assertThat(missed.error().message()).startsWith("Acme CRM ").endsWith(".");
    assertThat(missed.outage()).isEqualTo(lastGoodServes);
  }

  @Test
  void a_servers_own_words_do_not_reach_the_page() {
    McpFailure failure = new McpFailure.RpcError(200, -32603, "secret token abc");

    assertThat(Failures.missed("Acme CRM", failure, 0).error().message()).doesNotContain("abc");
  }

  @Test
  void when_to_come_back_is_passed_on() {
    CallError error =
        Failures.missed("Acme CRM", new McpFailure.RateLimited(Duration.ofSeconds(2)), 0).error();

    assertThat(error.retryAfterMillis()).isEqualTo(2000);
    assertThat(error.retryable()).isTrue();
  }
}
