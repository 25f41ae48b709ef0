package dev.liveartifacts.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final List<String> PRINTED =
      """
      Running requirements 2026-07-28 (4 scenarios) in parallel...

      === SUITE SUMMARY ===

      ✓ tools_call: 3 passed, 0 failed
      ✗ request-metadata: 5 passed, 0 failed, 1 warnings
      ✗ auth/metadata-default: 1 passed, 2 failed
          - Resource parameter: Client MUST include it
          - Token: Client did not ask
      ✗ auth/dpop: 0 passed, 1 failed
          - Proof: Client sent none

      Total: 9 passed, 3 failed, 1 warnings

      Not scored for 2026-07-28: 1 scenario(s) run, 1 failing. These do not affect conformance.
        ✗ auth/dpop (extension)
      """
          .lines()
          .toList();

  @Test
  void only_what_the_revision_requires_is_scored() {
    Report report = Report.read(PRINTED);

    assertThat(report.scored())
        .extracting(Verdict::scenario)
        .containsExactly("tools_call", "request-metadata", "auth/metadata-default");
    assertThat(report.others()).extracting(Verdict::scenario).containsExactly("auth/dpop");
  }

  @Test
  void a_warning_is_a_failure() {
    assertThat(Report.read(PRINTED).passed()).isEqualTo(1);
  }

  @Test
  void a_failure_says_why() {
    assertThat(Report.read(PRINTED).scored().get(2).reasons())
        .containsExactly("Resource parameter: Client MUST include it", "Token: Client did not ask");
  }

  @Test
  void a_referee_that_says_nothing_has_not_passed_anyone() {
    assertThat(Report.read(List.of("Error: no such file")).isComplete()).isFalse();
  }
}
