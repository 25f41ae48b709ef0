package dev.liveartifacts.connector.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.liveartifacts.connector.delegation.DelegatedCall;
import dev.liveartifacts.connector.delegation.Delegation;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunPlanTest {
  private static final UUID ARTIFACT = new UUID(0, 1);
  private static final UUID CONNECTOR = new UUID(0, 2);
  private static final UUID EARLIER = new UUID(0, 3);
  private static final Instant GIVEN = Instant.parse("2026-11-01T09:00:00Z");

  /** 1 December, half past midnight in Berlin: in UTC it is still November. */
  private static final Instant DUE = Instant.parse("2026-11-30T23:30:00Z");

  @Test
  void relative_arguments_are_evaluated_in_the_schedules_time_zone() {
    assertThat(sent(plan(requested(Duration.ZERO), delegation(null), null)))
        .containsExactly("{\"from\":\"2026-12-01\",\"n\":1.10}", "{\"stage\":\"open\"}");
  }

  @Test
  void a_run_that_begins_a_little_late_sees_the_day_that_was_meant() {
    RefreshRequested late = requested(Duration.ofMinutes(59));

    assertThat(make(plan(late, delegation(null), null)).at()).isEqualTo(DUE);
  }

  @Test
  void a_run_that_is_made_up_for_days_later_sees_its_own_day() {
    RefreshRequested late = requested(Duration.ofDays(2));

    assertThat(make(plan(late, delegation(null), null)).at()).isEqualTo(late.requestedAt());
  }

  @Test
  void without_a_delegation_nothing_is_called() {
    assertThat(RunPlan.of(requested(Duration.ZERO), Optional.empty(), Optional.empty(), DUE))
        .isInstanceOf(RunPlan.Gone.class);
  }

  @Test
  void an_expired_delegation_is_gone_and_says_since_when() {
    Delegation expired = delegation(DUE.minusSeconds(60));

    assertThat(plan(requested(Duration.ZERO), expired, null))
        .isEqualTo(
            new RunPlan.Gone(
                "The permission to refresh this artifact ended on 1 December 2026."
                    + " Schedule it again to renew it."));
  }

  @Test
  void a_delegation_lasts_until_its_end() {
    assertThat(plan(requested(Duration.ZERO), delegation(DUE.plusSeconds(1)), null))
        .isInstanceOf(RunPlan.Make.class);
  }

  @Test
  void a_retry_makes_what_failed_alone_with_the_arguments_of_then() {
    EndedRun earlier = ended(GIVEN, RunOutcome.PARTLY);

    RunPlan.Make retry = make(plan(requested(Duration.ZERO), delegation(null), earlier));

    assertThat(retry.calls()).extracting(PlannedCall::position).containsExactly(0);
    assertThat(sent(retry)).containsExactly("{\"from\":\"2026-10-01\",\"n\":1.10}");
    assertThat(retry.retryOf()).isEqualTo(EARLIER);
  }

  @Test
  void where_other_calls_are_delegated_by_now_all_of_them_are_made() {
    EndedRun earlier = ended(GIVEN.minusSeconds(1), RunOutcome.PARTLY);

    RunPlan.Make retry = make(plan(requested(Duration.ZERO), delegation(null), earlier));

    assertThat(retry.calls()).hasSize(2);
    assertThat(retry.retryOf()).isNull();
  }

  @Test
  void a_run_that_called_nothing_is_made_again_as_a_whole() {
    EndedRun earlier = ended(GIVEN, RunOutcome.GONE);

    assertThat(make(plan(requested(Duration.ZERO), delegation(null), earlier)).calls()).hasSize(2);
  }

  private static RunPlan plan(
      RefreshRequested requested, Delegation delegation, @Nullable EndedRun earlier) {
    return RunPlan.of(requested, Optional.of(delegation), Optional.ofNullable(earlier), DUE);
  }

  private static RunPlan.Make make(RunPlan plan) {
    return (RunPlan.Make) plan;
  }

  private static List<String> sent(RunPlan plan) {
    return make(plan).calls().stream().map(call -> call.arguments().toString()).toList();
  }

  private static RefreshRequested requested(Duration late) {
    return new RefreshRequested(
        new UUID(0, 9),
        new UUID(0, 8),
        ARTIFACT,
        new UUID(0, 7),
        "ada",
        DUE,
        DUE.plus(late),
        "Europe/Berlin",
        EARLIER);
  }

  private static Delegation delegation(@Nullable Instant expiresAt) {
    return new Delegation(
        new UUID(0, 7),
        ARTIFACT,
        "ada's id",
        "ada",
        List.of(
            call(
                "{\"from\":\"2026-11-01\",\"n\":1.10}",
                new RelativeArgument("/from", "month.start")),
            call("{\"stage\":\"open\"}")),
        1,
        GIVEN,
        GIVEN,
        expiresAt,
        null);
  }

  private static DelegatedCall call(String arguments, RelativeArgument... relative) {
    try {
      return new DelegatedCall(
          CONNECTOR, "list_deals", ExactJson.object(arguments), List.of(relative));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static EndedRun ended(Instant delegatedAt, RunOutcome outcome) {
    CallError away = CallError.of(ErrorCode.SERVER_UNAVAILABLE, "away");
    List<CallReport> reports =
        outcome == RunOutcome.GONE ? List.of() : List.of(report(0, away), report(1, null));
    return new EndedRun(
        new RefreshFinished(EARLIER, new UUID(0, 8), ARTIFACT, outcome, reports, DUE, null, null),
        Instant.parse("2026-10-15T05:00:00Z"),
        delegatedAt);
  }

  private static CallReport report(int position, @Nullable CallError error) {
    return new CallReport(
        position, "", CONNECTOR, "Acme CRM", "list_deals", 1, null, null, null, false, error);
  }
}
