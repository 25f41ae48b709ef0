package dev.liveartifacts.scheduler.run;

import static dev.liveartifacts.scheduler.Api.as;
import static dev.liveartifacts.scheduler.Api.create;
import static dev.liveartifacts.scheduler.Api.timetable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.InfraResource;
import dev.liveartifacts.scheduler.AdjustableClock;
import dev.liveartifacts.scheduler.KafkaSide;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfraResource.class,
    initArgs = {
      @ResourceArg(name = "postgres", value = "scheduler"),
      @ResourceArg(name = "kafka", value = "true"),
      @ResourceArg(name = "signin", value = "scheduler-service")
    })
class ReportIT {
  private static final CallError SIGN_IN =
      CallError.of(ErrorCode.NEEDS_REAUTH, "Acme CRM needs you to sign in again.");

  @Inject AdjustableClock clock;
  @Inject RunDeadlineTask deadline;
  @Inject RunRetentionTask retention;

  private KafkaSide kafka;
  private Instant start;

  @BeforeEach
  void nothingIsScheduled() {
    Infra.shared().reset("scheduler");
    kafka = new KafkaSide(Infra.shared().kafkaBootstrap(), Infra.shared().topicSuffix());
    start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @AfterEach
  void itIsNowAgain() {
    clock.reset();
    kafka.close();
  }

  @Test
  void the_end_of_a_run_is_shown_call_by_call() {
    String schedule = create("ben", timetable("0 7 * * *"));
    JsonPath run = runNow(schedule);

    kafka.tell(report(run, RunOutcome.PARTLY, start.plusSeconds(2)));

    awaitState(schedule, "partly");
    as("ben")
        .get("/api/schedules/" + schedule)
        .then()
        .body("lastRun.finishedAt", equalTo(start.plusSeconds(2).toString()))
        .body("lastRun.calls[0].connector", equalTo("Acme CRM"))
        .body("lastRun.calls[0].tool", equalTo("list_deals"))
        .body("lastRun.calls[0].durationMillis", equalTo(120))
        .body("lastRun.calls[0].error", nullValue())
        .body("lastRun.calls[1].error.code", equalTo("needs_reauth"))
        .body("lastRun.calls[1].error.message", equalTo(SIGN_IN.message()));
  }

  @Test
  void reports_that_come_twice_and_in_any_order_end_in_the_same_state() {
    String forwards = create("ben", timetable("0 7 * * *"));
    String backwards = create("ben", timetable("0 7 * * *"));
    JsonPath first = runNow(forwards);
    JsonPath second = runNow(backwards);
    RefreshFinished failed = report(first, RunOutcome.FAILED, start.plusSeconds(1));
    RefreshFinished finished = report(first, RunOutcome.FINISHED, start.plusSeconds(9));

    List.of(failed, failed, finished, finished).forEach(kafka::tell);
    List.of(
            report(second, RunOutcome.FINISHED, start.plusSeconds(9)),
            report(second, RunOutcome.FAILED, start.plusSeconds(1)))
        .forEach(kafka::tell);
    String last = endOfStream();

    awaitState(last, "finished");
    for (String schedule : List.of(forwards, backwards)) {
      JsonPath runs = runs(schedule);
      assertThat(runs.getString("[0].state")).isEqualTo("finished");
      assertThat(runs.getString("[0].finishedAt")).isEqualTo(start.plusSeconds(9).toString());
    }
  }

  @Test
  void a_schedule_whose_artifact_is_gone_pauses_and_says_why() {
    String schedule = create("ben", timetable("0 7 * * *"));
    JsonPath run = runNow(schedule);

    kafka.tell(report(run, RunOutcome.GONE, start.plusSeconds(1)));

    awaitState(schedule, "gone");
    as("ben")
        .get("/api/schedules/" + schedule)
        .then()
        .body("paused", equalTo(true))
        .body("nextAt", nullValue())
        .body(
            "pausedReason",
            equalTo("The artifact, or the permission to refresh it, is not there any more."));
  }

  @Test
  void an_old_report_does_not_pause_a_schedule_with_a_renewed_delegation() {
    String schedule = create("ben", timetable("0 7 * * *"));
    JsonPath run = runNow(schedule);
    as("ben")
        .body(Map.of("delegationId", UUID.randomUUID().toString()))
        .patch("/api/schedules/" + schedule)
        .then()
        .statusCode(200);

    kafka.tell(report(run, RunOutcome.GONE, start.plusSeconds(1)));

    awaitState(schedule, "gone");
    as("ben").get("/api/schedules/" + schedule).then().body("paused", equalTo(false));
  }

  @Test
  void a_repeated_report_does_not_pause_a_schedule_that_was_resumed() {
    String schedule = create("ben", timetable("0 7 * * *"));
    RefreshFinished gone = report(runNow(schedule), RunOutcome.GONE, start.plusSeconds(1));
    kafka.tell(gone);
    awaitState(schedule, "gone");
    as("ben")
        .body(Map.of("paused", false))
        .patch("/api/schedules/" + schedule)
        .then()
        .statusCode(200);

    kafka.tell(gone);
    awaitState(endOfStream(), "finished");

    as("ben").get("/api/schedules/" + schedule).then().body("paused", equalTo(false));
  }

  @Test
  void what_cannot_be_read_is_parked_and_the_rest_flows() {
    String poison = "{\"poison\": \"%s\"".formatted(UUID.randomUUID());
    kafka.tell("artifact", poison);
    kafka.tell(
        "artifact", "{\"runId\":\"%s\",\"outcome\":\"exploded\"}".formatted(UUID.randomUUID()));

    awaitState(endOfStream(), "finished");

    ConsumerRecord<String, String> parked = kafka.watch("refresh.finished.parked").await(poison);
    assertThat(header(parked, "dead-letter-reason")).isNotBlank();
    kafka.await("exploded");
  }

  @Test
  void a_report_that_cannot_be_stored_is_parked_too() {
    String schedule = create("ben", timetable("0 7 * * *"));
    JsonPath run = runNow(schedule);
    RefreshFinished report = report(run, RunOutcome.FAILED, start.plusSeconds(1));
    kafka.tell(
        report.artifactId().toString(),
        KafkaSide.json(report).replace("list_deals", "list\\u0000deals"));

    awaitState(endOfStream(), "finished");

    kafka.watch("refresh.finished.parked").await(report.runId().toString());
    assertThat(runs(schedule).getString("[0].state")).isEqualTo("running");
  }

  @Test
  void a_report_about_a_deleted_schedule_is_let_go() {
    String schedule = create("ben", timetable("0 7 * * *"));
    JsonPath run = runNow(schedule);
    as("ben").delete("/api/schedules/" + schedule).then().statusCode(204);

    kafka.tell(report(run, RunOutcome.GONE, start.plusSeconds(1)));

    awaitState(endOfStream(), "finished");
  }

  @Test
  void a_run_whose_end_is_never_told_is_closed_as_failed() {
    String schedule = create("ben", paused());
    runNow(schedule);
    awaitState(schedule, "running");
    clock.putForwardTo(start.plus(Duration.ofMinutes(14)));
    deadline.closeOverdue();
    assertThat(runs(schedule).getString("[0].state")).isEqualTo("running");

    clock.putForwardTo(start.plus(Duration.ofMinutes(16)));
    deadline.closeOverdue();

    assertThat(runs(schedule).getString("[0].state")).isEqualTo("failed");
    assertThat(runs(schedule).getString("[0].reason")).contains("15 minutes");
  }

  @Test
  void a_late_end_replaces_the_guess_that_the_run_failed() {
    String schedule = create("ben", paused());
    JsonPath run = runNow(schedule);
    awaitState(schedule, "running");
    clock.putForwardTo(start.plus(Duration.ofMinutes(16)));
    deadline.closeOverdue();

    kafka.tell(report(run, RunOutcome.FINISHED, start.plusSeconds(5)));

    awaitState(schedule, "finished");
    assertThat(runs(schedule).getString("[0].reason")).isNull();
  }

  @Test
  void old_runs_are_forgotten_and_going_ones_are_not() {
    String ended = create("ben", paused());
    kafka.tell(report(runNow(ended), RunOutcome.FINISHED, start));
    awaitState(ended, "finished");
    String going = create("ben", paused());
    runNow(going);
    clock.putForwardTo(start.plus(Duration.ofDays(91)));

    retention.forgetOld();

    assertThat(runs(ended).getList("")).isEmpty();
    assertThat(runs(going).getList("")).hasSize(1);
  }

  /** What was told before has been taken once this one has: one partition, in order. */
  private String endOfStream() {
    String schedule = create("cleo", timetable("0 7 * * *"));
    JsonPath run = as("cleo").post("/api/schedules/" + schedule + "/run").jsonPath();
    kafka.tell(report(run, RunOutcome.FINISHED, start.plusSeconds(1)));
    return schedule;
  }

  /** Not due by itself, however far the clock is put forward. */
  private static Map<String, Object> paused() {
    Map<String, Object> schedule = timetable("0 7 * * *");
    schedule.put("paused", true);
    return schedule;
  }

  private static JsonPath runNow(String schedule) {
    return as("ben").post("/api/schedules/" + schedule + "/run").jsonPath();
  }

  private static JsonPath runs(String schedule) {
    return as("ada").get("/api/schedules/" + schedule + "/runs").jsonPath();
  }

  private static void awaitState(String schedule, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(runs(schedule).getString("[0].state")).isEqualTo(state));
  }

  private static RefreshFinished report(JsonPath run, RunOutcome outcome, Instant finishedAt) {
    CallReport good =
        new CallReport(
            0,
            "00ff",
            UUID.randomUUID(),
            "Acme CRM",
            "list_deals",
            120,
            finishedAt,
            "0f",
            null,
            false,
            null);
    CallReport bad =
        new CallReport(
            1,
            "00fe",
            UUID.randomUUID(),
            "Acme CRM",
            "list_companies",
            3,
            null,
            null,
            null,
            false,
            SIGN_IN);
    return new RefreshFinished(
        UUID.fromString(run.getString("id")),
        UUID.fromString(run.getString("scheduleId")),
        UUID.fromString(run.getString("artifactId")),
        outcome,
        List.of(good, bad),
        finishedAt,
        null,
        null);
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
