package dev.liveartifacts.scheduler.schedule;

import static dev.liveartifacts.scheduler.Api.as;
import static dev.liveartifacts.scheduler.Api.create;
import static dev.liveartifacts.scheduler.Api.daily;
import static dev.liveartifacts.scheduler.Api.timetable;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.InfraResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
class ScheduleIT {
  @BeforeEach
  void nothingIsScheduled() {
    Infra.shared().reset("scheduler");
  }

  @Test
  void a_schedule_says_in_words_when_it_is_due() {
    as("ben")
        .body(timetable("0  7 * * 1-5"))
        .post("/api/schedules")
        .then()
        .statusCode(201)
        .body("cron", equalTo("0 7 * * 1-5"))
        .body("inWords", equalTo("Every weekday at 07:00"))
        .body("timeZone", equalTo("Europe/Berlin"))
        .body("paused", equalTo(false))
        .body("nextAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT0[56]:00:00Z"))
        .body("lastRun", nullValue())
        .body("recentRuns", empty())
        .body("ownerId", equalTo("ben"));
  }

  @Test
  void the_delegation_is_never_shown() {
    Map<String, Object> schedule = daily();
    String secret = String.valueOf(schedule.get("delegationId"));
    String id = create("ben", schedule);

    as("ben").get("/api/schedules/" + id).then().body(not(containsString(secret)));
    as("ben").post("/api/schedules/" + id + "/run").then().body(not(containsString(secret)));
    as("ben").get("/api/schedules").then().body(not(containsString(secret)));
    as("ben").get("/api/schedules/" + id + "/runs").then().body(not(containsString(secret)));
  }

  @Test
  void schedules_are_listed_by_artifact() {
    Map<String, Object> wanted = daily();
    String id = create("ben", wanted);
    create("ben", daily());

    as("ben").get("/api/schedules").then().statusCode(200).body("", hasSize(2));
    as("ben")
        .queryParam("artifactId", wanted.get("artifactId"))
        .get("/api/schedules")
        .then()
        .statusCode(200)
        .body("id", contains(id));
  }

  @Test
  void row_11_another_persons_schedule_is_not_there() {
    String id = create("ben", daily());

    as("cleo").get("/api/schedules").then().body("", empty());
    gone(as("cleo").get("/api/schedules/" + id).then());
    gone(as("cleo").get("/api/schedules/" + id + "/runs").then());
    gone(as("cleo").post("/api/schedules/" + id + "/run").then());
    gone(as("cleo").body(Map.of("paused", true)).patch("/api/schedules/" + id).then());
    gone(as("cleo").delete("/api/schedules/" + id).then());
    as("ben").get("/api/schedules/" + id).then().statusCode(200).body("paused", equalTo(false));
  }

  @Test
  void an_administrator_sees_every_schedule_and_changes_none() {
    String bens = create("ben", daily());
    String cleos = create("cleo", daily());

    as("ada").get("/api/schedules").then().body("id", hasItems(bens, cleos));
    as("ada").get("/api/schedules/" + bens + "/runs").then().statusCode(200);
    problem(as("ada").delete("/api/schedules/" + bens).then(), 403, "not-yours");
    problem(as("ada").post("/api/schedules/" + bens + "/run").then(), 403, "not-yours");
  }

  @Test
  void row_12_without_a_token_nothing_is_answered() {
    problem(given().get("/api/schedules").then(), 401, "sign-in");
    problem(given().auth().oauth2("forged").get("/api/schedules").then(), 401, "sign-in");
    problem(
        given().contentType("application/json").body("{}").post("/api/schedules/reading").then(),
        401,
        "sign-in");
  }

  @Test
  void what_does_not_exist_is_a_problem_too() {
    gone(as("ben").get("/api/schedules/" + UUID.randomUUID()).then());
    problem(as("ben").get("/api/schedules/not-an-id").then(), 404, "not-found");
    problem(as("ben").get("/nowhere").then(), 404, "not-found");
  }

  @Test
  void a_timetable_that_cannot_be_read_is_answered_with_what_to_write() {
    problem(
            as("ben").body(timetable("0 25 * * *")).post("/api/schedules").then(),
            400,
            "unreadable-timetable")
        .body("detail", equalTo("“25” does not work as the hour: write a number from 0 to 23."));
    problem(
            as("ben")
                .body(Map.of("cron", "0 7 * * *", "timeZone", "Berlin"))
                .post("/api/schedules/reading")
                .then(),
            400,
            "unreadable-timetable")
        .body("detail", containsString("Europe/Berlin"));
  }

  @Test
  void a_request_that_lacks_something_is_answered_with_what() {
    Map<String, Object> schedule = daily();
    schedule.remove("artifactTitle");
    problem(as("ben").body(schedule).post("/api/schedules").then(), 400, "invalid-request")
        .body("detail", containsString("artifactTitle"));
    schedule.put("artifactId", "seven");
    problem(as("ben").body(schedule).post("/api/schedules").then(), 400, "invalid-request")
        .body("detail", containsString("artifactId"));
    problem(as("ben").body("{").post("/api/schedules").then(), 400, "invalid-request");
    problem(as("ben").post("/api/schedules").then(), 400, "invalid-request");
  }

  @Test
  void a_reading_tells_the_next_five_times() {
    as("ben")
        .body(Map.of("cron", "*/15 8-17 * * 1-5", "timeZone", "UTC"))
        .post("/api/schedules/reading")
        .then()
        .statusCode(200)
        .body("inWords", equalTo("Every 15 minutes from 08:00 to 17:45 on weekdays"))
        .body("next", hasSize(5));
  }

  @Test
  void a_paused_schedule_is_not_due_until_it_goes_on() {
    String id = create("ben", daily());

    as("ben")
        .body(Map.of("paused", true))
        .patch("/api/schedules/" + id)
        .then()
        .statusCode(200)
        .body("paused", equalTo(true))
        .body("nextAt", nullValue());
    as("ben")
        .body(Map.of("paused", false, "cron", "30 9 * * 1", "timeZone", "UTC"))
        .patch("/api/schedules/" + id)
        .then()
        .statusCode(200)
        .body("inWords", equalTo("Every Monday at 09:30"))
        .body("nextAt", endsWith("T09:30:00Z"));
  }

  @Test
  void what_a_deleted_schedule_did_stays_known_to_its_owner() {
    String id = create("ben", daily());
    String run =
        as("ben").post("/api/schedules/" + id + "/run").then().statusCode(202).extract().path("id");

    as("ben").delete("/api/schedules/" + id).then().statusCode(204);

    gone(as("ben").get("/api/schedules/" + id).then());
    gone(as("ben").get("/api/schedules/" + id + "/runs").then());
    as("ben")
        .get("/api/schedules/runs")
        .then()
        .statusCode(200)
        .body("id", contains(run))
        .body("artifactTitle", contains("Open pipeline"));
    as("ben").get("/api/schedules/runs/" + run).then().statusCode(200);
    problem(as("cleo").get("/api/schedules/runs/" + run).then(), 404, "no-such-run");
    problem(
        as("ben").post("/api/schedules/runs/" + run + "/retry").then(), 404, "no-such-schedule");
  }

  @Test
  void a_run_that_was_not_sent_before_its_schedule_was_deleted_is_not_sent_after()
      throws SQLException {
    String id = create("ben", daily());
    UUID waiting = UUID.randomUUID();
    notSentYet(waiting, id);

    as("ben").delete("/api/schedules/" + id).then().statusCode(204);

    as("ben")
        .get("/api/schedules/runs/" + waiting)
        .then()
        .body("state", equalTo("skipped"))
        .body("reason", equalTo("Its schedule was deleted."));
  }

  @Test
  void run_now_is_shown_as_the_last_run() {
    String id = create("ben", daily());

    String run =
        as("ben")
            .post("/api/schedules/" + id + "/run")
            .then()
            .statusCode(202)
            .body("trigger", equalTo("manual"))
            .body("state", equalTo("requested"))
            .body("scheduleId", equalTo(id))
            .extract()
            .path("id");

    as("ben")
        .get("/api/schedules/" + id)
        .then()
        .body("lastRun.id", equalTo(run))
        .body("recentRuns.id", contains(run));
    as("ben").get("/api/schedules/" + id + "/runs").then().body("id", contains(run));
  }

  @Test
  void run_now_while_a_run_is_going_answers_with_that_run() {
    String id = create("ben", daily());
    String first = as("ben").post("/api/schedules/" + id + "/run").then().extract().path("id");

    as("ben")
        .post("/api/schedules/" + id + "/run")
        .then()
        .statusCode(202)
        .body("id", equalTo(first));
  }

  @Test
  void a_schedule_says_how_it_behaves_and_can_be_changed() {
    Map<String, Object> wanted = timetable("0 7 L * *");
    wanted.put("jitterSeconds", 300);
    String id = create("ben", wanted);

    as("ben")
        .get("/api/schedules/" + id)
        .then()
        .body("inWords", equalTo("On the last day of every month at 07:00"))
        .body("jitterSeconds", equalTo(300))
        .body("misfire", equalTo("run_once"))
        .body("failuresInARow", equalTo(0));
    as("ben")
        .body(Map.of("misfire", "skip", "jitterSeconds", 0, "paused", true))
        .patch("/api/schedules/" + id)
        .then()
        .statusCode(200)
        .body("misfire", equalTo("skip"))
        .body("jitterSeconds", equalTo(0))
        .body("pausedBy", equalTo("owner"));
  }

  @Test
  void a_start_may_not_be_put_off_until_the_next_time_is_due() {
    Map<String, Object> wanted = timetable("*/10 * * * *");
    wanted.put("jitterSeconds", 600);
    problem(as("ben").body(wanted).post("/api/schedules").then(), 400, "jitter-too-long")
        .body("detail", containsString("less than the 10 minutes"));
    wanted.put("jitterSeconds", 4_000);
    problem(as("ben").body(wanted).post("/api/schedules").then(), 400, "invalid-request")
        .body("detail", containsString("3600"));
    wanted.put("jitterSeconds", 599);
    String id = create("ben", wanted);

    problem(
        as("ben").body(Map.of("cron", "*/5 * * * *")).patch("/api/schedules/" + id).then(),
        400,
        "jitter-too-long");
  }

  @Test
  void row_19_all_schedules_of_a_person_together_are_due_a_limited_number_of_times_a_day() {
    create("ben", timetable("* * * * *"));
    problem(
            as("ben").body(timetable("*/2 * * * *")).post("/api/schedules").then(),
            409,
            "too-many-runs")
        .body("detail", containsString("2160 times a day"));
    String daily = create("ben", daily());
    problem(
        as("ben").body(Map.of("cron", "*/2 * * * *")).patch("/api/schedules/" + daily).then(),
        409,
        "too-many-runs");
    as("ben")
        .body(Map.of("cron", "*/2 * * * *", "paused", true))
        .patch("/api/schedules/" + daily)
        .then()
        .statusCode(200);

    problem(
        as("ben").body(Map.of("paused", false)).patch("/api/schedules/" + daily).then(),
        409,
        "too-many-runs");
  }

  @Test
  void row_19_a_person_has_a_limited_number_of_schedules() {
    IntStream.range(0, 5).forEach(i -> create("ben", daily()));

    problem(as("ben").body(daily()).post("/api/schedules").then(), 409, "too-many-schedules")
        .body("detail", containsString("5"));
    create("cleo", daily());
  }

  /** As if another replica had it in its hands and were about to send it. */
  private static void notSentYet(UUID run, String schedule) throws SQLException {
    String sql =
        """
        insert into run (id, schedule_id, artifact_id, delegation_id, owner_id, trigger, state,
          due_at, requested_at, leased_until)
        select ?, id, artifact_id, delegation_id, owner_id, 'MANUAL', 'REQUESTED', now(), now(),
          now() + interval '30 s'
        from schedule where id = ?
        """;
    try (Connection connection = Infra.shared().database("scheduler").connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, run);
      statement.setObject(2, UUID.fromString(schedule));
      statement.executeUpdate();
    }
  }

  private static void gone(ValidatableResponse response) {
    problem(response, 404, "no-such-schedule");
  }

  private static ValidatableResponse problem(
      ValidatableResponse response, int status, String slug) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:live-artifacts:problem:" + slug))
        .body("title", notNullValue())
        .body("detail", notNullValue())
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }
}
