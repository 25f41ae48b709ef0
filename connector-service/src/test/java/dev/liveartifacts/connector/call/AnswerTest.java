package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.liveartifacts.contracts.call.CallAnswer;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.CallOutcome;
import dev.liveartifacts.contracts.call.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final UUID CONNECTOR = new UUID(1, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T07:00:00.123Z");
  private static final String RESULT = "{\"content\":[],\"n\":1.10}";
  private static final CallError ERROR =
      new CallError(ErrorCode.RATE_LIMITED, "Acme \"CRM\" asks…", true, 5L);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static CallAnswer contract(
      CallOutcome outcome,
      Instant storedAt,
      boolean cached,
      CallError error,
      String shape,
      String result) {
    return new CallAnswer(
        outcome, CONNECTOR, "Acme \"CRM\"", "deals", storedAt, cached, 7, error, shape, result);
  }

  @SuppressWarnings("NullAway")
  static Stream<Arguments> outcomes() {
    String failure =
        "{\"content\":[{\"type\":\"text\",\"text\":\"Acme \\\"CRM\\\" asks…\"}],\"isError\":true}";
    return Stream.of(
        Arguments.of(
            new Outcome.Fresh(bytes(RESULT), NOW, true, 7, "5e1f"),
            contract(CallOutcome.FRESH, NOW, true, null, "5e1f", RESULT)),
        Arguments.of(
            new Outcome.Stale(bytes(RESULT), NOW, 7, ERROR, null),
            contract(CallOutcome.STALE, NOW, false, ERROR, null, RESULT)),
        Arguments.of(
            new Outcome.Failed(ERROR, 7, null),
            contract(CallOutcome.FAILED, null, false, ERROR, null, failure)),
        Arguments.of(
            new Outcome.Failed(ERROR, 7, bytes(RESULT)),
            contract(CallOutcome.FAILED, null, false, ERROR, null, RESULT)));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void an_answer_is_written_as_the_contract_says(Outcome outcome, CallAnswer contract)
      throws IOException {
    Answer answer = new Answer(CONNECTOR, "Acme \"CRM\"", "deals", null, true, outcome);

    JsonNode written = MAPPER.readTree(answer.json().getBytes());

    assertThat(written).isEqualTo(MAPPER.readTree(MAPPER.writeValueAsString(contract)));
  }
}
