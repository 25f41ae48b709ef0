package dev.liveartifacts.scheduler.schedule;

import static dev.liveartifacts.scheduler.Api.as;
import static dev.liveartifacts.scheduler.Api.create;
import static dev.liveartifacts.scheduler.Api.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.InfraResource;
import dev.liveartifacts.scheduler.KafkaSide;
import dev.liveartifacts.scheduler.Reports;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs: watched while they go, looked for afterwards, tried again where they failed. */
@QuarkusTest
@WithTestResource(
    value = InfraResource.class,
    initArgs = {
      @ResourceArg(name = "postgres", value = "scheduler"),
      @ResourceArg(name = "kafka", value = "true"),
      @ResourceArg(name = "signin", value = "scheduler-service")
    })
class RunIT {
  private KafkaSide kafka;
  private Instant now;

  @BeforeEach
  void nothingIsScheduled() {
    Infra.shared().reset("scheduler");
    kafka = new KafkaSide(Infra.shared().kafkaBootstrap(), Infra.shared().topicSuffix());
    now = Instant.now();
  }

  @AfterEach
  void letGo() {
    kafka.close();
  }

  @Test
  void a_run_can_be_watched_call_by_call() {
    JsonPath run = runNow(create("ben", daily()));

    kafka.tell(Reports.progress(run, 1, 3, Reports.good(2, "list_tasks")));
    kafka.tell(Reports.progress(run, 2, 3, Reports.bad(0, "list_deals")));
    kafka.tell(Reports.progress(run, 1, 3, Reports.good(2, "list_tasks")));

    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> show(run).body("done", equalTo(2)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> show(run).body("state", equalTo("running")));
    show(run)
        .body("total", equalTo(3))
        .body("calls.position", contains(0, 2))
        .body("calls.state", contains("failed", "done"))
        .body("calls.tool", contains("list_deals", "list_tasks"))
        .body("calls[0].error.message", equalTo(Reports.COMPLAINT));
  }

  @Test
  void the_calls_to_come_are_known_from_the_run_before() {
    String schedule = create("ben", daily());
    end(Reports.partly(runNow(schedule), now, Reports.good(0, "a"), Reports.bad(1, "b")));

    JsonPath run = runNow(schedule);

    show(run)
        .body("calls.tool", contains("a", "b"))
        .body("calls.state", contains("waiting", "waiting"))
        .body("done", equalTo(0))
        .body("total", equalTo(2));
    kafka.tell(Reports.progress(run, 1, 2, Reports.good(1, "b")));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> show(run).body("calls.state", contains("waiting", "done")));
  }

  @Test
  void word_of_a_call_that_comes_after_the_end_changes_nothing() {
    String schedule = create("ben", daily());
    JsonPath run = runNow(schedule);
    end(Reports.finished(run, now, Reports.good(0, "a")));
    JsonPath later = runNow(schedule);

    kafka.tell(Reports.progress(run, 1, 2, Reports.bad(0, "a")));
    kafka.tell(Reports.progress(later, 1, 2, Reports.bad(0, "a")));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> show(later).body("done", equalTo(1)));
    show(run).body("state", equalTo("finished")).body("calls.state", contains("done"));
  }

  @Test
  void runs_are_found_by_what_is_known_about_them() {
    Map<String, Object> deals = daily();
    String first = create("ben", deals);
    String second = create("ben", daily());
    end(Reports.failed(runNow(first), now));
    JsonPath page = as("ben").post("/api/schedules/" + second + "/run?trigger=page").jsonPath();
    end(Reports.finished(page, now, Reports.good(0, "a")));

    found("")
        .body("scheduleId", contains(second, first))
        .body("artifactTitle", hasItem("Open pipeline"));
    found("?state=failed").body("scheduleId", contains(first));
    found("?state=failed&state=finished").body("", hasSize(2));
    found("?trigger=page").body("scheduleId", contains(second));
    found("?scheduleId=" + first).body("state", contains("failed"));
    found("?artifactId=" + deals.get("artifactId")).body("scheduleId", contains(first));
    found("?from=" + now.minusSeconds(60)).body("", hasSize(2));
    found("?to=" + now.minusSeconds(60)).body("", empty());
    found("?from=2026-11-01T07:00:00%2B01:00&state=gone").body("", empty());
  }

  @Test
  void long_histories_come_page_by_page_and_every_run_once() {
    String schedule = create("ben", daily());
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      JsonPath run = runNow(schedule);
      all.addFirst(run.getString("id"));
      end(Reports.finished(run, now, Reports.good(0, "a")));
    }

    List<String> read = new ArrayList<>();
    List<String> page = found("?limit=2").extract().jsonPath().getList("id");
    while (!page.isEmpty()) {
      read.addAll(page);
      page = found("?limit=2&before=" + page.getLast()).extract().jsonPath().getList("id");
    }

    assertThat(read).isEqualTo(all);
  }

  @Test
  void row_11_another_persons_runs_are_not_there() {
    JsonPath run = runNow(create("ben", daily()));
    String id = run.getString("id");

    as("cleo").get("/api/schedules/runs").then().statusCode(200).body("", empty());
    as("cleo").get("/api/schedules/runs?before=" + id).then().statusCode(404);
    as("cleo").get("/api/schedules/runs/" + id).then().statusCode(404);
    as("cleo").post("/api/schedules/runs/" + id + "/retry").then().statusCode(404);
    as("ada").get("/api/schedules/runs").then().body("id", hasItem(id));
    as("ada").post("/api/schedules/runs/" + id + "/retry").then().statusCode(403);
    as("ben").get("/api/schedules/runs/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void what_is_asked_for_wrongly_is_answered_with_what_to_write() {
    refused("/api/schedules/runs?state=lost", "requested, running, finished");
    refused("/api/schedules/runs?trigger=moon", "schedule, manual, page, retry");
    refused("/api/schedules/runs?from=monday", "2026-11-01T00:00:00Z");
    refused("/api/schedules/runs?limit=1000", "from 1 to 200");
    as("ben")
        .post("/api/schedules/" + create("ben", daily()) + "/run?trigger=retry")
        .then()
        .statusCode(400)
        .body("detail", containsString("manual or page"));
  }

  @Test
  void what_failed_is_made_again_as_a_run_of_its_own() {
    String schedule = create("ben", daily());
    JsonPath run = runNow(schedule);
    end(Reports.partly(run, now, Reports.good(0, "a"), Reports.bad(1, "b")));

    String retry =
        retry(run)
            .statusCode(202)
            .body("trigger", equalTo("retry"))
            .body("retryOf", equalTo(run.getString("id")))
            .body("state", equalTo("requested"))
            .extract()
            .path("id");

    JsonPath event = JsonPath.from(kafka.watch("refresh.requested").await(retry).value());
    assertThat(event.getString("retryOf")).isEqualTo(run.getString("id"));
    assertThat(event.getString("timeZone")).isEqualTo("Europe/Berlin");
    found("?trigger=retry").body("id", contains(retry));
  }

  @Test
  void a_run_that_failed_without_a_word_about_its_calls_is_made_again_as_a_whole() {
    JsonPath run = runNow(create("ben", daily()));
    end(Reports.failedUnknown(run, now));

    retry(run).statusCode(202).body("trigger", equalTo("retry")).body("retryOf", nullValue());
  }

  @Test
  void there_is_nothing_to_make_again_where_nothing_failed_or_a_run_is_going() {
    String schedule = create("ben", daily());
    JsonPath good = runNow(schedule);
    retry(good).statusCode(409).body("detail", containsString("not ended yet"));
    end(Reports.finished(good, now, Reports.good(0, "a")));
    retry(good).statusCode(409).body("detail", containsString("nothing to do again"));
    JsonPath bad = runNow(schedule);
    end(Reports.failed(bad, now));
    JsonPath going = runNow(schedule);

    retry(bad).statusCode(409).body("detail", containsString("being refreshed right now"));

    end(Reports.finished(going, now, Reports.good(0, "a")));
    retry(bad).statusCode(202);
  }

  @Test
  void calls_that_were_allowed_anew_since_are_not_made_again_under_the_old_permission() {
    String schedule = create("ben", daily());
    JsonPath run = runNow(schedule);
    end(Reports.failed(run, now));
    as("ben")
        .body(Map.of("delegationId", UUID.randomUUID().toString()))
        .patch("/api/schedules/" + schedule)
        .then()
        .statusCode(200);

    retry(run).statusCode(409).body("detail", containsString("another permission"));
  }

  @Test
  void row_19_a_person_may_ask_for_a_limited_number_of_runs() {
    String schedule = create("ben", daily());
    for (int i = 0; i < 10; i++) {
      end(Reports.finished(runNow(schedule), now, Reports.good(0, "a")));
    }

    as("ben")
        .post("/api/schedules/" + schedule + "/run")
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("detail", containsString("10 runs within an hour"));
    as("cleo").post("/api/schedules/" + create("cleo", daily()) + "/run").then().statusCode(202);
  }

  @Test
  void the_delegation_is_not_shown_with_the_runs() {
    Map<String, Object> wanted = daily();
    runNow(create("ben", wanted));

    found("").body(not(containsString(String.valueOf(wanted.get("delegationId")))));
  }

  private static JsonPath runNow(String schedule) {
    return as("ben")
        .post("/api/schedules/" + schedule + "/run")
        .then()
        .statusCode(202)
        .extract()
        .jsonPath();
  }

  private void end(RefreshFinished report) {
    kafka.tell(report);
    String state = report.outcome().name().toLowerCase(java.util.Locale.ROOT);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            as("ben")
                .get("/api/schedules/runs/" + report.runId())
                .then()
                .body("state", equalTo(state)));
  }

  private static ValidatableResponse show(JsonPath run) {
    return as("ben").get("/api/schedules/runs/" + run.getString("id")).then().statusCode(200);
  }

  private static ValidatableResponse retry(JsonPath run) {
    return as("ben").post("/api/schedules/runs/" + run.getString("id") + "/retry").then();
  }

  private static ValidatableResponse found(String query) {
    return as("ben")
        .urlEncodingEnabled(false)
        .get("/api/schedules/runs" + query)
        .then()
        .statusCode(200);
  }

  private static void refused(String address, String sentence) {
    as("ben").get(address).then().statusCode(400).body("detail", containsString(sentence));
  }
}
