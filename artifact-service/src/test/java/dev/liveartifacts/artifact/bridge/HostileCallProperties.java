package dev.liveartifacts.artifact.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.schedule.RecordedCall;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileCallProperties {
  private static final AllowedTool TOOL =
      new AllowedTool("mcp__a__b", new UUID(0, 1), "a", "A", "b", true, null, false);

  @Property(tries = 2_000)
  void whatever_a_page_sends_is_answered_or_refused_with_a_problem(@ForAll("bodies") String body) {
    decided(body).ifPresent(verdict -> assertThat(verdict).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"mcp__a__b\",\"args\":{\"n\":1e999999999}}",
        "{\"name\":\"mcp__a__b\",\"args\":{\"n\":-0.0,\"m\":1.10,\"k\":12345678901234567890123}}",
        "{\"name\":\"mcp__a__b\",\"args\":{\"\\u0000\":\"\\ud800\",\"__proto__\":{\"x\":1}}}"
      })
  void numbers_and_texts_of_every_kind_can_be_passed_on_and_recorded(String body) {
    Verdict verdict = decided(body).orElseThrow();

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Permitted.class,
            permitted -> assertThat(recorded(permitted.arguments()).sha256()).hasSize(44));
  }

  private static RecordedCall recorded(ObjectNode arguments) {
    return RecordedCall.of(new UUID(0, 1), "b", arguments);
  }

  private static Optional<Verdict> decided(String body) {
    try {
      return Optional.of(CallPolicy.decide(Call.read(body), List.of(TOOL)));
    } catch (ProblemException refused) {
      assertThat(refused.problem().status()).isEqualTo(400);
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\"name\"",
            "\"args\"",
            "\"mcp__a__b\"",
            "null",
            "true",
            "1e9",
            "-",
            "\\u0000",
            "\0",
            "\uD800",
            "\"confirmed\":true",
            "\"freshness\"",
            "{\"name\":\"mcp__a__b\",\"args\":",
            "{\"name\":",
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000),
            "9".repeat(2_000),
            "__",
            "/*x*/",
            "'x'",
            "NaN",
            "\u2028");
    return pieces.list().ofMaxSize(10).map(parts -> String.join("", parts));
  }
}
