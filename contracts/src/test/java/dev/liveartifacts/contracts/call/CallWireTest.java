package dev.liveartifacts.contracts.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.contracts.Golden;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallWireTest {
  private static final UUID ARTIFACT = UUID.fromString("0198a0c0-0000-7000-8000-000000000003");
  private static final UUID CONNECTOR = UUID.fromString("0198a0c0-0000-7000-8000-000000000005");

  @Test
  void a_call_request_keeps_its_wire_format() {
    var request =
        new CallRequest(
            ARTIFACT,
            CONNECTOR,
            "list_deals",
            Map.of("stage", "Won"),
            Freshness.LIVE,
            true,
            "9f86d081",
            true);

    Golden.assertWritesAs("call-request.json", request);
    assertThat(Golden.read("call-request.json", CallRequest.class)).isEqualTo(request);
  }

  @Test
  void a_call_that_does_not_say_so_is_not_confirmed() throws Exception {
    CallRequest request = Golden.read("call-request-unconfirmed.json", CallRequest.class);

    assertThat(request.confirmed()).isFalse();
    assertThat(request.grantedHash()).isNull();
    assertThat(request.ownConnection()).as("nor may it use the person's own connection").isFalse();
  }

  @Test
  void a_call_answer_carries_the_connectors_result_untouched() {
    Golden.assertWritesAs(
        "call-answer-stale.json",
        new CallAnswer(
            CallOutcome.STALE,
            CONNECTOR,
            "Acme CRM",
            "list_deals",
            Instant.parse("2026-11-23T07:00:00Z"),
            true,
            30_000,
            new CallError(
                ErrorCode.RATE_LIMITED, "Acme CRM asks us to wait 20 seconds.", true, 20_000L),
            "5e1f",
            "{\"content\":[{\"type\":\"text\",\"text\":\"[1, 2.50]\"}],\"structuredContent\":{\"total\":2.50}}"));
  }

  @Test
  void only_a_source_that_is_away_or_busy_is_worth_another_try() {
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(CallError.of(code, "…").retryable())
          .as(code.name())
          .isEqualTo(code == ErrorCode.SERVER_UNAVAILABLE || code == ErrorCode.RATE_LIMITED);
    }
  }
}
