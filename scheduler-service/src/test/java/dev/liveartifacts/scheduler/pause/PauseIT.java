package dev.liveartifacts.scheduler.pause;

import static dev.liveartifacts.scheduler.Api.as;
import static dev.liveartifacts.scheduler.Api.create;
import static dev.liveartifacts.scheduler.Api.timetable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.InfraResource;
import dev.liveartifacts.scheduler.AdjustableClock;
import dev.liveartifacts.scheduler.KafkaSide;
import dev.liveartifacts.scheduler.Reports;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three failures in a row are too many here. */
@QuarkusTest
@WithTestResource(
    value = InfraResource.class,
    initArgs = {
      @ResourceArg(name = "postgres", value = "scheduler"),
      @ResourceArg(name = "kafka", value = "true"),
      @ResourceArg(name = "signin", value = "scheduler-service")
    })
class PauseIT {
  @Inject AdjustableClock clock;
  @Inject PauseNoticeTask notices;

  private KafkaSide kafka;

  @BeforeEach
  void nothingIsScheduled() {
    Infra.shared().reset("scheduler");
    kafka = new KafkaSide(Infra.shared().kafkaBootstrap(), Infra.shared().topicSuffix());
  }

  @AfterEach
  void itIsNowAgain() {
    clock.reset();
    kafka.close();
  }

  @Test
  void a_schedule_that_keeps_failing_pauses_says_why_and_has_its_owner_told() {
    String schedule = create("ben", timetable("0 * * * *"));

    fail(schedule, 1);
    fail(schedule, 2);
    as("ben").get("/api/schedules/" + schedule).then().body("paused", equalTo(false));
    fail(schedule, 3);

    String reason = "It failed 3 times in a row. The last time: " + Reports.COMPLAINT;
    as("ben")
        .get("/api/schedules/" + schedule)
        .then()
        .body("paused", equalTo(true))
        .body("pausedBy", equalTo("failures"))
        .body("pausedReason", equalTo(reason))
        .body("nextAt", nullValue());
    notices.tell();
    ConsumerRecord<String, String> told = kafka.watch("schedule.paused").await(schedule);
    JsonPath event = JsonPath.from(told.value());
    assertThat(event.getString("ownerId")).isEqualTo("ben");
    assertThat(event.getString("reason")).isEqualTo(reason);
    assertThat(event.getString("artifactId")).isEqualTo(told.key());
  }

  @Test
  void a_run_of_which_a_part_answers_is_good_enough_to_count_anew() {
    String schedule = create("ben", timetable("0 * * * *"));
    fail(schedule, 1);
    fail(schedule, 2);

    JsonPath run = nextRun(schedule);
    kafka.tell(Reports.partly(run, clock.instant(), Reports.good(0, "a"), Reports.bad(1, "b")));
    awaitFailures(schedule, 0);
    fail(schedule, 1);

    as("ben").get("/api/schedules/" + schedule).then().body("paused", equalTo(false));
  }

  @Test
  void a_schedule_that_its_owner_lets_go_on_may_fail_as_often_as_before() {
    String schedule = create("ben", timetable("0 * * * *"));
    fail(schedule, 1);
    fail(schedule, 2);
    fail(schedule, 3);

    as("ben")
        .body(Map.of("paused", false))
        .patch("/api/schedules/" + schedule)
        .then()
        .statusCode(200)
        .body("failuresInARow", equalTo(0))
        .body("pausedBy", nullValue())
        .body("pausedReason", nullValue());
    fail(schedule, 1);
    fail(schedule, 2);

    as("ben").get("/api/schedules/" + schedule).then().body("paused", equalTo(false));
  }

  @Test
  void reports_that_come_twice_or_are_corrected_count_for_what_they_say_in_the_end() {
    String schedule = create("ben", timetable("0 * * * *"));
    JsonPath run = nextRun(schedule);
    for (int repeat = 0; repeat < 5; repeat++) {
      kafka.tell(Reports.failed(run, clock.instant()));
    }
    awaitFailures(schedule, 1);

    kafka.tell(Reports.finished(run, clock.instant().plusSeconds(1), Reports.good(0, "a")));

    awaitFailures(schedule, 0);
    as("ben").get("/api/schedules/" + schedule).then().body("paused", equalTo(false));
  }

  @Test
  void runs_that_a_person_asks_for_do_not_pause_the_schedule_when_they_fail() {
    String schedule = create("ben", timetable("0 7 * * *"));
    for (int time = 0; time < 4; time++) {
      JsonPath run = as("ben").post("/api/schedules/" + schedule + "/run").jsonPath();
      kafka.tell(Reports.failed(run, clock.instant()));
      awaitEnd(run.getString("id"), "failed");
    }

    as("ben")
        .get("/api/schedules/" + schedule)
        .then()
        .body("paused", equalTo(false))
        .body("failuresInARow", equalTo(0));
  }

  @Test
  void a_schedule_whose_permission_ended_says_so_in_the_words_of_who_knows() {
    String schedule = create("ben", timetable("0 7 * * *"));
    JsonPath run = as("ben").post("/api/schedules/" + schedule + "/run").jsonPath();

    String reason = "The permission ended on 1 November 2026.";
    kafka.tell(Reports.gone(run, clock.instant(), reason));

    awaitEnd(run.getString("id"), "gone");
    as("ben")
        .get("/api/schedules/" + schedule)
        .then()
        .body("pausedBy", equalTo("gone"))
        .body("pausedReason", equalTo(reason))
        .body("lastRun.reason", equalTo(reason));
    notices.tell();
    assertThat(kafka.watch("schedule.paused").await(schedule).value()).contains(reason);
  }

  private void fail(String schedule, int failures) {
    kafka.tell(Reports.failed(nextRun(schedule), clock.instant()));
    awaitFailures(schedule, failures);
  }

  /** Puts the clock forward until the schedule is due. */
  private JsonPath nextRun(String schedule) {
    int before = runs(schedule).getList("").size();
    clock.putForwardTo(
        Instant.parse(as("ben").get("/api/schedules/" + schedule).path("nextAt")).plusMillis(10));
    await().atMost(Duration.ofSeconds(30)).until(() -> runs(schedule).getList("").size() > before);
    return as("ben")
        .get("/api/schedules/runs/" + runs(schedule).getString("[0].id"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void awaitFailures(String schedule, int failures) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            as("ben")
                .get("/api/schedules/" + schedule)
                .then()
                .body("failuresInARow", equalTo(failures)));
  }

  private static void awaitEnd(String run, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> as("ben").get("/api/schedules/runs/" + run).then().body("state", equalTo(state)));
  }

  private static JsonPath runs(String schedule) {
    return as("ben").get("/api/schedules/" + schedule + "/runs").jsonPath();
  }
}
