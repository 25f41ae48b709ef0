package dev.liveartifacts.scheduler.fire;

import static dev.liveartifacts.scheduler.Api.as;
import static dev.liveartifacts.scheduler.Api.create;
import static dev.liveartifacts.scheduler.Api.timetable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything is real but the hour: a clock that is set, as by a person or a time server. */
@QuarkusTest
@WithTestResource(
    value = InfraResource.class,
    initArgs = {
      @ResourceArg(name = "postgres", value = "scheduler"),
      @ResourceArg(name = "kafka", value = "true"),
      @ResourceArg(name = "signin", value = "scheduler-service")
    })
class ClockJumpIT {
  private static final Duration QUIET = Duration.ofMillis(500);

  @Inject AdjustableClock clock;

  @BeforeEach
  void nothingIsScheduled() {
    Infra.shared().reset("scheduler");
  }

  @AfterEach
  void itIsNowAgain() {
    clock.reset();
  }

  @Test
  void a_clock_that_jumps_a_day_ahead_and_an_hour_back_neither_loses_nor_repeats_a_run() {
    List<String> hourly =
        Stream.of("0 * * * *", "20 * * * *", "40 * * * *")
            .map(cron -> create("ben", timetable(cron)))
            .toList();
    try (KafkaSide kafka = kafka().watch("refresh.requested")) {
      Instant first =
          hourly.stream().map(ClockJumpIT::nextAt).max(Instant::compareTo).orElseThrow();
      clock.putForwardTo(first.plusSeconds(1));
      hourly.forEach(id -> ended(kafka, id, 1));

      // what was due on the day that is left out is made up for once
      Instant aDayLater = first.plus(1, ChronoUnit.DAYS).plusSeconds(1);
      clock.putForwardTo(aDayLater);
      hourly.forEach(id -> ended(kafka, id, 2));
      hourly.forEach(id -> assertThat(nextAt(id)).isAfter(aDayLater));

      // an hour that comes again brings nothing again
      clock.putForwardTo(aDayLater.minus(1, ChronoUnit.HOURS));
      await().during(QUIET).until(() -> hourly.stream().allMatch(id -> runs(id).size() == 2));
      clock.putForwardTo(aDayLater);
      await().during(QUIET).until(() -> hourly.stream().allMatch(id -> runs(id).size() == 2));

      // and the next hour goes as ever
      clock.putForwardTo(aDayLater.plus(1, ChronoUnit.HOURS));
      hourly.forEach(id -> ended(kafka, id, 3));
      hourly.forEach(id -> onceEach(kafka, id));
    }
  }

  @Test
  void a_run_that_is_asked_for_in_an_hour_that_comes_again_is_sent_at_once() {
    String id = create("ben", timetable("0 7 1 1 *"));
    clock.putForwardTo(Instant.now().plus(1, ChronoUnit.HOURS));
    try (KafkaSide kafka = kafka().watch("refresh.requested")) {
      as("ben").post("/api/schedules/" + id + "/run").then().statusCode(202);
      ended(kafka, id, 1);

      clock.reset();
      as("ben").post("/api/schedules/" + id + "/run").then().statusCode(202);

      ended(kafka, id, 2);
      onceEach(kafka, id);
    }
  }

  /** Waits for so many runs; those that go reach Kafka, and end. */
  private static void ended(KafkaSide kafka, String id, int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> runs(id).size() == count);
    for (int i = 0; i < count; i++) {
      JsonPath run = new JsonPath(KafkaSide.json(runs(id).get(i)));
      if (List.of("requested", "running").contains(run.getString("state"))) {
        kafka.await(run.getString("id"));
        kafka.tell(
            Reports.finished(run, Instant.parse(run.getString("requestedAt")).plusSeconds(1)));
      }
    }
    await()
        .until(() ->
            runs(id).stream()
                .noneMatch(run -> List.of("requested", "running").contains(run.get("state"))));
  }

  /** Each run has a due time of its own and was told to Kafka once. */
  private static void onceEach(KafkaSide kafka, String id) {
    List<Map<String, Object>> runs = runs(id);
    assertThat(runs).extracting(run -> run.get("dueAt")).doesNotHaveDuplicates();
    assertThat(runs)
        .allSatisfy(run -> {
          int told = "skipped".equals(run.get("state")) ? 0 : 1;
          assertThat(kafka.withText(String.valueOf(run.get("id")))).hasSize(told);
        });
  }

  private static KafkaSide kafka() {
    return new KafkaSide(Infra.shared().kafkaBootstrap(), Infra.shared().topicSuffix());
  }

  private static Instant nextAt(String id) {
    return Instant.parse(as("ben").get("/api/schedules/" + id).path("nextAt"));
  }

  private static List<Map<String, Object>> runs(String id) {
    return as("ben").get("/api/schedules/" + id + "/runs").jsonPath().getList("");
  }
}
