package dev.liveartifacts.contracts.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.contracts.Golden;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshEventsTest {
  private static final UUID RUN = UUID.fromString("0198a0c0-0000-7000-8000-000000000001");
  private static final UUID SCHEDULE = UUID.fromString("0198a0c0-0000-7000-8000-000000000002");
  private static final UUID ARTIFACT = UUID.fromString("0198a0c0-0000-7000-8000-000000000003");
  private static final UUID DELEGATION = UUID.fromString("0198a0c0-0000-7000-8000-000000000004");
  private static final UUID CONNECTOR = UUID.fromString("0198a0c0-0000-7000-8000-000000000005");
  private static final Instant SEVEN = Instant.parse("2026-11-23T07:00:00Z");

  private static final RefreshRequested REQUESTED =
      new RefreshRequested(
          RUN,
          SCHEDULE,
          ARTIFACT,
          DELEGATION,
          "ada",
          SEVEN,
          SEVEN.plusMillis(120),
          "Europe/Berlin",
          null);

  private static final CallReport DEALS =
      new CallReport(
          0,
          "ab".repeat(32),
          CONNECTOR,
          "Acme CRM",
          "list_deals",
          240,
          SEVEN.plusSeconds(1),
          "ef".repeat(32),
          "01".repeat(32),
          true,
          null);

  private static final RefreshFinished FINISHED =
      new RefreshFinished(
          RUN,
          SCHEDULE,
          ARTIFACT,
          RunOutcome.PARTLY,
          List.of(
              DEALS,
              new CallReport(
                  1,
                  "cd".repeat(32),
                  CONNECTOR,
                  "Acme CRM",
                  "list_companies",
                  30_000,
                  null,
                  null,
                  null,
                  false,
                  CallError.of(
                      ErrorCode.SERVER_UNAVAILABLE, "Acme CRM did not answer within 30 seconds."))),
          SEVEN.plusSeconds(31),
          RUN,
          null);

  @Test
  void a_refresh_request_keeps_its_wire_format() {
    Golden.assertWritesAs("refresh-requested.json", REQUESTED);
    assertThat(Golden.read("refresh-requested.json", RefreshRequested.class)).isEqualTo(REQUESTED);
  }

  @Test
  void a_finished_refresh_keeps_its_wire_format() {
    Golden.assertWritesAs("refresh-finished.json", FINISHED);
    assertThat(Golden.read("refresh-finished.json", RefreshFinished.class)).isEqualTo(FINISHED);
  }

  @Test
  void the_progress_of_a_refresh_keeps_its_wire_format() {
    RefreshProgress progress =
        new RefreshProgress(RUN, SCHEDULE, ARTIFACT, 1, 2, DEALS, SEVEN.plusSeconds(1));

    Golden.assertWritesAs("refresh-progress.json", progress);
    assertThat(Golden.read("refresh-progress.json", RefreshProgress.class)).isEqualTo(progress);
  }

  @Test
  void a_schedule_that_paused_itself_keeps_its_wire_format() {
    SchedulePaused paused =
        new SchedulePaused(SCHEDULE, ARTIFACT, "ada", "Ten runs failed in a row.", SEVEN);

    Golden.assertWritesAs("schedule-paused.json", paused);
    assertThat(Golden.read("schedule-paused.json", SchedulePaused.class)).isEqualTo(paused);
  }

  @Test
  void a_kept_result_keeps_its_wire_format() {
    RunResult result =
        new RunResult(
            0,
            CONNECTOR,
            "Acme CRM",
            "list_deals",
            Map.of("since", "2026-11-01"),
            List.of(new RelativeArgument("/since", "month.start")),
            "ab".repeat(32),
            SEVEN.plusSeconds(1),
            "ef".repeat(32),
            "01".repeat(32),
            true,
            2048);

    Golden.assertWritesAs("run-result.json", result);
    assertThat(Golden.read("run-result.json", RunResult.class)).isEqualTo(result);
  }

  @Test
  void a_request_that_names_no_time_zone_is_evaluated_in_utc() {
    assertThat(Golden.read("refresh-requested-earlier.json", RefreshRequested.class).timeZone())
        .isEqualTo("UTC");
  }

  @Test
  void an_event_with_fields_of_a_later_version_is_still_read() {
    assertThat(Golden.read("refresh-requested-later.json", RefreshRequested.class))
        .isEqualTo(REQUESTED);
  }

  @Test
  void the_calls_of_a_finished_refresh_cannot_be_changed_from_outside() {
    var calls = new ArrayList<>(FINISHED.calls());
    var event =
        new RefreshFinished(RUN, SCHEDULE, ARTIFACT, RunOutcome.FINISHED, calls, SEVEN, null, null);

    calls.clear();

    assertThat(event.calls()).hasSize(2);
  }
}
