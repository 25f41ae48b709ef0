package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotIT extends RefreshingService {
  @Test
  void a_run_becomes_a_snapshot_and_its_results_are_acknowledged() throws Exception {
    String id = createGranted("ben");

    RefreshFinished run = runs.finish(id, MONDAY, deals(DEALS), Made.failed(1, "list_deals"));

    JsonPath snapshot = snapshots("ben", id, 1);
    assertThat(snapshot.getString("[0].runId")).isEqualTo(run.runId().toString());
    assertThat(snapshot.getString("[0].outcome")).isEqualTo("partly");
    assertThat(snapshot.getInt("[0].version")).isEqualTo(1);
    assertThat(Instant.parse(snapshot.getString("[0].takenAt"))).isEqualTo(MONDAY);
    assertThat(snapshot.getInt("[0].calls[0].rows")).isEqualTo(2);
    assertThat(snapshot.getInt("[0].calls[0].bytes")).isEqualTo(DEALS.length());
    assertThat(snapshot.getString("[0].calls[0].arguments.stage")).isEqualTo("won");
    assertThat(snapshot.getString("[0].calls[1].error.message"))
        .isEqualTo("Acme CRM did not answer in time.");
    as("ben")
        .get("/api/artifacts/{id}/snapshots/{sid}", id, snapshot.getString("[0].id"))
        .then()
        .statusCode(200)
        .body("runId", equalTo(run.runId().toString()));
    soon().until(() -> connectors.asked("DELETE /runs/" + run.runId() + "/results").size() == 1);
  }

  @Test
  void what_comes_twice_or_after_something_unreadable_is_kept_once() throws Exception {
    String id = createGranted("ben");
    RefreshFinished run = runs.keep(id, null, MONDAY, deals(DEALS));

    runs.tell(id, "not json");
    runs.tell(id, "{\"runId\":null}");
    runs.tell(run);
    runs.tell(run);
    runs.finish(id, MONDAY.plusSeconds(60), deals(DEALS));
    runs.tell(run);
    runs.finish(id, MONDAY.plusSeconds(120), deals(DEALS));

    snapshots("ben", id, 3);
    assertThat(count("snapshot_content")).as("the same data is kept once").isEqualTo(1);
    assertThat(count("parked_event")).isEqualTo(2);
    assertThat(count("finished_run")).isZero();
  }

  @Test
  void a_result_that_cannot_be_had_now_is_fetched_later_and_there_is_no_half_snapshot()
      throws Exception {
    String id = createGranted("ben");
    RefreshFinished run =
        runs.keep(
            id, null, MONDAY, deals(DEALS), Made.good(1, "list_deals", Map.of(), "{\"a\":1}"));
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch refused = new CountDownLatch(1);
    connectors.on(
        "GET /runs/" + run.runId() + "/results/1",
        one -> {
          refused.countDown();
          return asked.getAndIncrement() == 0 ? Reply.json(503, "{}") : Reply.json("{\"a\":1}");
        });
    runs.tell(run);
    refused.await();
    assertThat(count("snapshot")).isZero();

    JsonPath snapshot = snapshots("ben", id, 1);

    assertThat(snapshot.getList("[0].calls")).hasSize(2);
    assertThat(connectors.asked("GET /runs/" + run.runId() + "/results/0"))
        .as("what is here already is not fetched again")
        .hasSize(1);
  }

  @Test
  void results_that_are_gone_are_given_up_with_the_reason() throws Exception {
    String id = createGranted("ben");
    RefreshFinished gone = runs.keep(id, null, MONDAY, deals(DEALS));
    connectors.on("GET /runs/" + gone.runId() + "/results", Reply.json("[]"));

    runs.tell(gone);
    runs.finish(id, MONDAY.plusSeconds(60), deals(DEALS));

    snapshots("ben", id, 1);
    soon()
        .untilAsserted(() ->
            assertThat(text("select parked_because from finished_run"))
                .isEqualTo("Its results are not there any more"));
  }

  @Test
  void a_retry_has_the_good_results_of_the_run_before_whatever_comes_first() {
    String id = createGranted("ben");
    RefreshFinished first =
        runs.keep(
            id, null, MONDAY, deals(DEALS), Made.failed(1, "list_deals"), Made.failed(2, "x"));
    RefreshFinished retry =
        runs.keep(
            id,
            first.runId(),
            MONDAY.plusSeconds(60),
            Made.good(1, "list_deals", Map.of(), "{\"b\":1}"),
            Made.failed(2, "x"));
    RefreshFinished again =
        runs.keep(
            id, retry.runId(), MONDAY.plusSeconds(120), Made.good(2, "x", Map.of(), "{\"c\":1}"));

    runs.tell(again);
    snapshots("ben", id, 1);
    runs.tell(retry);
    snapshots("ben", id, 2);
    runs.tell(first);

    JsonPath all = snapshots("ben", id, 3);
    assertThat(all.getList("outcome")).containsExactly("finished", "partly", "partly");
    assertThat(all.<List<?>>getList("calls")).extracting(List::size).containsExactly(3, 3, 3);
    assertThat(all.getList("[0].calls.bytes")).containsExactly(DEALS.length(), 7, 7);
  }

  @Test
  void row_10_others_see_what_the_workspaces_connection_gave_and_nothing_else() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "editor");
    runs.finish(id, MONDAY, deals(DEALS));
    snapshots("ben", id, 1);
    String hidden = as("ben").get("/api/artifacts/{id}/snapshots", id).path("[0].id");
    runs.finish(
        id,
        MONDAY.plusSeconds(60),
        deals(DEALS),
        Made.good(1, "list_deals", Map.of(), "{\"b\":1}").ofTheWorkspace());
    snapshots("ben", id, 2);

    JsonPath hers = snapshots("cleo", id, 1);

    assertThat(hers.getList("[0].calls.position")).containsExactly(1);
    as("cleo").get("/api/artifacts/{id}/snapshots/{sid}", id, hidden).then().statusCode(404);
    as("stranger").get("/api/artifacts/{id}/snapshots", id).then().statusCode(404);
  }

  @Test
  void snapshots_are_read_page_by_page_newest_first() {
    String id = createGranted("ben");
    for (int at = 0; at < 5; at++) {
      runs.finish(id, MONDAY.plusSeconds(at), deals(DEALS));
    }
    JsonPath all = snapshots("ben", id, 5);

    List<String> ids = all.getList("id");
    as("ben")
        .get("/api/artifacts/{id}/snapshots?limit=2&before={b}", id, ids.get(1))
        .then()
        .body("id", equalTo(ids.subList(2, 4)));
    as("ben").get("/api/artifacts/{id}/snapshots?limit=0", id).then().statusCode(400);
    as("ben").get("/api/artifacts/{id}/snapshots?before=x", id).then().statusCode(404);
  }

  @Test
  void the_oldest_make_room_but_the_newest_data_stays() throws Exception {
    String id = createGranted("ben");
    runs.finish(id, MONDAY, deals(DEALS));
    snapshots("ben", id, 1);
    execute(
        """
        insert into snapshot (id, artifact_id, run_id, version, owner_id, outcome, taken_at, stored_at)
        select gen_random_uuid(), artifact_id, gen_random_uuid(), 1, owner_id, 'failed',
          taken_at + n * interval '1 second', now()
        from snapshot, generate_series(1, 70) n\
        """);

    runs.finish(id, MONDAY.plusSeconds(100), Made.failed(0, "list_deals"));

    JsonPath kept = snapshots("ben", id, 61);
    assertThat(kept.getList("outcome")).startsWith("failed").endsWith("failed");
    assertThat(text("select outcome from snapshot order by taken_at limit 1"))
        .isEqualTo("finished");
  }

  @Test
  void an_open_page_hears_of_data_that_landed_and_a_late_run_is_no_news() throws Exception {
    String id = createGranted("ben");
    try (Line ben = open("ben", id)) {
      RefreshFinished run = runs.finish(id, MONDAY, deals(DEALS));
      String snapshot = snapshots("ben", id, 1).getString("[0].id");
      ben.hears(
          "event:refreshed\ndata:{\"runId\":\"%s\",\"snapshotId\":\"%s\",\"outcome\":\"finished\",\"takenAt\":\"%s\""
              .formatted(run.runId(), snapshot, MONDAY));

      RefreshFinished late = runs.finish(id, MONDAY.minusSeconds(60), deals(DEALS));
      RefreshFinished next = runs.finish(id, MONDAY.plusSeconds(60), deals(DEALS));
      ben.hears(next.runId().toString());
      assertThat(ben.text()).doesNotContain(late.runId().toString());
    }
  }

  @Test
  void a_run_for_an_artifact_that_is_gone_leaves_nothing() throws Exception {
    String gone = createGranted("ben");
    as("ben").delete("/api/artifacts/{id}", gone).then().statusCode(204);
    String id = createGranted("ben");

    runs.finish(gone, MONDAY, deals(DEALS));
    runs.finish(id, MONDAY, deals(DEALS));

    snapshots("ben", id, 1);
    soon().untilAsserted(() -> assertThat(count("finished_run")).isZero());
    assertThat(count("snapshot")).isEqualTo(1);
  }

  private void execute(String statement) throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement one = database.createStatement()) {
      one.execute(statement);
    }
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(text("select count(*) from " + table));
  }

  private String text(String query) throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
