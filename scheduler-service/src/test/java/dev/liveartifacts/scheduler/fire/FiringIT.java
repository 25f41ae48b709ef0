package dev.liveartifacts.scheduler.fire;

import static dev.liveartifacts.scheduler.Api.as;
import static dev.liveartifacts.scheduler.Api.create;
import static dev.liveartifacts.scheduler.Api.timetable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.InfraResource;
import dev.liveartifacts.scheduler.AdjustableClock;
import dev.liveartifacts.scheduler.KafkaSide;
import dev.liveartifacts.scheduler.schedule.Jitter;
import dev.liveartifacts.scheduler.schedule.Timer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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
class FiringIT {
  @Inject AdjustableClock clock;
  @Inject Firings firing;
  @Inject DataSource dataSource;

  @BeforeEach
  void nothingIsScheduled() {
    Infra.shared().reset("scheduler");
  }

  @AfterEach
  void itIsNowAgain() {
    clock.reset();
  }

  @Test
  void what_is_due_reaches_kafka_keyed_by_artifact() {
    Map<String, Object> wanted = timetable("0 7 * * *");
    String id = create("ben", wanted);
    Instant due = nextAt(id);
    clock.putForwardTo(due.plusSeconds(1));

    try (KafkaSide kafka = kafka()) {
      ConsumerRecord<String, String> record = kafka.watch("refresh.requested").await(id);

      assertThat(record.key()).isEqualTo(wanted.get("artifactId"));
      JsonPath event = JsonPath.from(record.value());
      assertThat(event.getString("artifactId")).isEqualTo(wanted.get("artifactId"));
      assertThat(event.getString("delegationId")).isEqualTo(wanted.get("delegationId"));
      assertThat(event.getString("ownerId")).isEqualTo("ben");
      assertThat(Instant.parse(event.getString("dueAt"))).isEqualTo(due);
      assertThat(event.getString("runId")).isEqualTo(runs(id).getString("[0].id"));
      assertThat(
              new String(
                  record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
    await().untilAsserted(() -> assertThat(runs(id).getString("[0].state")).isEqualTo("running"));
    assertThat(runs(id).getString("[0].trigger")).isEqualTo("schedule");
    assertThat(nextAt(id)).isEqualTo(due.plus(1, ChronoUnit.DAYS));
  }

  @Test
  void run_now_goes_on_with_the_trace_of_the_request() {
    String id = create("ben", timetable("0 7 * * *"));
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    as("ben")
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .post("/api/schedules/" + id + "/run")
        .then()
        .statusCode(202);

    try (KafkaSide kafka = kafka()) {
      ConsumerRecord<String, String> record = kafka.watch("refresh.requested").await(id);
      assertThat(
              new String(
                  record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
          .contains(trace);
    }
  }

  @Test
  void many_replicas_record_exactly_one_run_for_a_due_time() throws Exception {
    String id = create("ben", timetable("0 7 * * *"));
    Timer timer = timer(id);
    clock.putForwardTo(nextAt(id).plusSeconds(1));

    try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 16).forEach(i -> replicas.submit(() -> firing.ring(timer)));
    }

    assertThat(runs(id).getList("")).hasSize(1);
  }

  @Test
  void after_an_outage_one_run_makes_up_for_all_that_were_missed() {
    String id = create("ben", timetable("*/5 * * * *"));
    Instant firstMissed = nextAt(id);
    Instant back = firstMissed.plus(3, ChronoUnit.DAYS).plusSeconds(7);
    clock.putForwardTo(back);

    await().untilAsserted(() -> assertThat(nextAt(id)).isAfter(back));

    assertThat(runs(id).getList("")).hasSize(1);
    assertThat(Instant.parse(runs(id).getString("[0].dueAt"))).isEqualTo(firstMissed);
  }

  @Test
  void a_due_time_is_skipped_while_the_run_before_it_is_still_going() {
    String id = create("ben", timetable("0 * * * *"));
    as("ben").post("/api/schedules/" + id + "/run").then().statusCode(202);
    Instant due = nextAt(id);
    clock.putForwardTo(due.plusSeconds(1));

    await().untilAsserted(() -> assertThat(runs(id).getList("")).hasSize(2));

    as("ben")
        .get("/api/schedules/" + id)
        .then()
        .body("recentRuns.state[0]", org.hamcrest.Matchers.equalTo("skipped"))
        .body("recentRuns.reason[0]", containsString("still going"))
        .body("recentRuns.trigger", contains("schedule", "manual"));
  }

  @Test
  void a_start_that_is_put_off_leaves_the_due_time_as_it_is() {
    Map<String, Object> wanted = timetable("0 7 * * *");
    wanted.put("jitterSeconds", 3_600);
    String id = create("ben", wanted);
    Instant due = nextAt(id);
    Instant start = new Jitter(UUID.fromString(id), 3_600).start(due);

    assertThat(firing.ring(timer(id))).contains(start);
    clock.putForwardTo(start.plusMillis(10));

    await().untilAsserted(() -> assertThat(runs(id).getList("")).hasSize(1));
    assertThat(Instant.parse(runs(id).getString("[0].dueAt"))).isEqualTo(due);
    assertThat(nextAt(id)).isEqualTo(due.plus(1, ChronoUnit.DAYS));
  }

  @Test
  void a_schedule_that_skips_misfires_says_so_and_waits_for_its_next_time() {
    Map<String, Object> wanted = timetable("*/5 * * * *");
    wanted.put("misfire", "skip");
    String id = create("ben", wanted);
    Instant missed = nextAt(id);
    Instant back = missed.plus(3, ChronoUnit.DAYS).minusSeconds(60);
    clock.putForwardTo(back);

    // the time before is not late enough to be missed
    await().untilAsserted(() -> assertThat(runs(id).getList("")).hasSize(2));

    assertThat(runs(id).getString("[1].state")).isEqualTo("skipped");
    assertThat(runs(id).getString("[1].reason")).contains("Nothing could run it");
    assertThat(Instant.parse(runs(id).getString("[1].dueAt"))).isEqualTo(missed);
    assertThat(Instant.parse(runs(id).getString("[0].dueAt")))
        .isEqualTo(missed.plus(3, ChronoUnit.DAYS).minus(5, ChronoUnit.MINUTES));
    await().untilAsserted(() -> assertThat(nextAt(id)).isAfter(back));
  }

  @Test
  void a_due_time_is_recorded_even_if_somebody_asks_for_a_run_in_the_same_moment()
      throws Exception {
    List<String> ids =
        IntStream.range(0, 5).mapToObj(i -> create("ben", timetable("0 7 * * *"))).toList();
    List<Timer> timers = ids.stream().map(this::timer).toList();
    Instant due = nextAt(ids.getFirst());
    clock.putForwardTo(due.plusSeconds(1));

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        String id = ids.get(i);
        Timer timer = timers.get(i);
        people.submit(() -> as("ben").post("/api/schedules/" + id + "/run"));
        people.submit(() -> firing.ring(timer));
      }
    }

    await()
        .untilAsserted(() ->
            assertThat(ids)
                .allSatisfy(id ->
                    assertThat(runs(id).getList("findAll { it.trigger == 'schedule' }"))
                        .hasSize(1)));
  }

  @Test
  void a_clock_that_is_set_back_neither_repeats_a_due_time_nor_keeps_a_run_waiting() {
    String id = create("ben", timetable("0 7 * * *"));
    Instant due = nextAt(id);
    clock.putForwardTo(due.plusSeconds(1));
    await().untilAsserted(() -> assertThat(runs(id).getList("")).hasSize(1));

    clock.putForwardTo(due.minusSeconds(2));
    clock.putForwardTo(due.plusSeconds(1));

    assertThat(runs(id).getList("")).hasSize(1);
    assertThat(nextAt(id)).isEqualTo(due.plus(1, ChronoUnit.DAYS));
    String asked = create("ben", timetable("0 7 * * *"));
    clock.reset();
    as("ben").post("/api/schedules/" + asked + "/run").then().statusCode(202);
    try (KafkaSide kafka = kafka()) {
      kafka.watch("refresh.requested").await(asked);
    }
  }

  @Test
  void a_timer_that_rings_early_waits_for_the_due_time() {
    String id = create("ben", timetable("0 7 * * *"));

    assertThat(firing.ring(timer(id))).contains(nextAt(id));
    assertThat(runs(id).getList("")).isEmpty();
  }

  @Test
  void a_timer_of_an_older_timetable_does_nothing() {
    String id = create("ben", timetable("0 7 * * *"));
    Timer before = timer(id);
    as("ben")
        .body(Map.of("cron", "0 8 * * *"))
        .patch("/api/schedules/" + id)
        .then()
        .statusCode(200);
    clock.putForwardTo(nextAt(id).minusSeconds(60));

    assertThat(firing.ring(before)).isEmpty();
    assertThat(runs(id).getList("")).isEmpty();
  }

  @Test
  void a_paused_schedule_does_not_fire() {
    String id = create("ben", timetable("0 7 * * *"));
    Timer timer = timer(id);
    Instant due = nextAt(id);
    as("ben").body(Map.of("paused", true)).patch("/api/schedules/" + id).then().statusCode(200);
    clock.putForwardTo(due.plusSeconds(1));

    assertThat(firing.ring(timer)).isEmpty();
    assertThat(timers(id)).isZero();
    assertThat(runs(id).getList("")).isEmpty();
  }

  @Test
  void a_replica_that_died_while_firing_neither_loses_nor_repeats_the_run() throws SQLException {
    String id = create("ben", timetable("0 7 * * *"));
    Instant due = nextAt(id);
    setPicked(id, due.plusSeconds(1));
    clock.putForwardTo(due.plusSeconds(1));

    // its last sign of life is new; nobody puts the clock forward
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(runs(id).getList("")).hasSize(1));
    await().untilAsserted(() -> assertThat(nextAt(id)).isAfter(due));
    assertThat(runs(id).getList("")).hasSize(1);
  }

  @Test
  void a_deleted_schedule_leaves_no_timer_behind() {
    String id = create("ben", timetable("0 7 * * *"));
    assertThat(timers(id)).isOne();

    as("ben").delete("/api/schedules/" + id).then().statusCode(204);

    assertThat(timers(id)).isZero();
  }

  private static KafkaSide kafka() {
    return new KafkaSide(Infra.shared().kafkaBootstrap(), Infra.shared().topicSuffix());
  }

  private static Instant nextAt(String id) {
    return Instant.parse(as("ben").get("/api/schedules/" + id).path("nextAt"));
  }

  private static JsonPath runs(String id) {
    return as("ben").get("/api/schedules/" + id + "/runs").jsonPath();
  }

  private Timer timer(String id) {
    List<String> names = timerNames(id);
    assertThat(names).hasSize(1);
    return Timer.named(names.getFirst());
  }

  private int timers(String id) {
    return timerNames(id).size();
  }

  private List<String> timerNames(String id) {
    String sql = "select task_instance from scheduled_tasks where task_instance like ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id + "/%");
      List<String> names = new java.util.ArrayList<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void setPicked(String id, Instant at) throws SQLException {
    String sql =
        "update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = ?, execution_time = ?, version = version + 1 where task_instance like ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
      statement.setObject(1, time);
      statement.setObject(2, time);
      statement.setString(3, UUID.fromString(id) + "/%");
      statement.executeUpdate();
    }
  }
}
