package dev.liveartifacts.connector.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.connector.mcp.Eras.Verdict;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErasTest {
  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(new McpFailure.UnexpectedStatus(400), Verdict.SESSIONS),
        Arguments.of(new McpFailure.UnexpectedStatus(404), Verdict.SESSIONS),
        Arguments.of(new McpFailure.RpcError(400, -32000, "No session"), Verdict.SESSIONS),
        Arguments.of(new McpFailure.RpcError(200, -32601, "Unknown"), Verdict.SESSIONS),
        Arguments.of(new McpFailure.VersionRefused(List.of()), Verdict.SESSIONS),
        Arguments.of(new McpFailure.VersionRefused(List.of("2025-11-25")), Verdict.SESSIONS),
        Arguments.of(new McpFailure.VersionRefused(List.of("2026-07-28")), Verdict.STATELESS),
        Arguments.of(new McpFailure.VersionRefused(List.of("2031-01-01")), Verdict.NEITHER),
        Arguments.of(new McpFailure.UnsupportedVersion("2027-01-01"), Verdict.SESSIONS),
        Arguments.of(new McpFailure.RpcError(400, -32020, "Header mismatch"), Verdict.STATELESS),
        Arguments.of(new McpFailure.CapabilityMissing(List.of("sampling")), Verdict.STATELESS),
        Arguments.of(new McpFailure.ServerError(500, null), Verdict.UNSURE),
        Arguments.of(new McpFailure.NotMcp("answered with a web page"), Verdict.UNSURE),
        Arguments.of(new McpFailure.TimedOut(Duration.ofSeconds(5)), Verdict.UNSURE),
        Arguments.of(new McpFailure.Dropped(), Verdict.UNSURE),
        Arguments.of(new McpFailure.Unauthorized(null), Verdict.NEITHER),
        Arguments.of(new McpFailure.Unreachable("is gone"), Verdict.NEITHER),
        Arguments.of(new McpFailure.Refused("No."), Verdict.NEITHER),
        Arguments.of(new McpFailure.RateLimited(null), Verdict.NEITHER));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_to_the_new_question_tells_the_era(McpFailure answer, Verdict verdict) {
    assertThat(Eras.verdict(answer)).isEqualTo(verdict);
  }
}
