package dev.liveartifacts.connector.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.liveartifacts.connector.testing.BuiltService;
import dev.liveartifacts.connector.testing.KafkaSide;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it is built, ended in the middle of a run of four calls, one at a time. */
class RunKilledIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final UUID ARTIFACT = UUID.randomUUID();

  private final List<Held> held = new CopyOnWriteArrayList<>();
  private final McpTestServer crm = new McpTestServer();
  private final BuiltService service = new BuiltService();
  private KafkaSide kafka;

  /** A call that the test answers, or does not. */
  private record Held(HttpServerRequest request, Object id) {
    void answer() {
      JsonObject result = new JsonObject(McpTestServer.text("late"));
      request
          .response()
          .putHeader("Content-Type", "application/json")
          .end(new JsonObject().put("jsonrpc", "2.0").put("id", id).put("result", result).encode());
    }
  }

  @BeforeEach
  void begin() {
    crm.readOnly(
        "second",
        arguments -> {
          holdNext();
          return McpTestServer.text("done");
        });
    service.start();
    kafka = new KafkaSide(service.suffix());
  }

  @AfterEach
  void end() {
    kafka.close();
    service.close();
    crm.close();
  }

  @Test
  void a_run_whose_replica_is_killed_goes_on_after_the_restart_and_shows_nothing_before() {
    RefreshRequested run = requested();
    kafka.ask(run);
    awaitHeld(1);
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(kafka.progressOf(run.runId()))
                .extracting(RefreshProgress::done)
                .containsExactly(1, 2));

    service.kill();
    holdNext();
    service.start();
    awaitHeld(2);
    assertThat(kafka.finishedOf(run.runId())).isEmpty();
    results(run).body("", empty());
    held.getLast().answer();
    RefreshFinished end = kafka.awaitFinished(run.runId());

    assertThat(end.outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(end.calls()).extracting(CallReport::position).containsExactly(0, 1, 2, 3);
    results(run).body("position", contains(0, 1, 2, 3));
    assertThat(called()).containsExactly(1, 2, 3, 3, 4);
  }

  @Test
  void a_replica_that_is_told_to_stop_hands_its_run_over_and_blames_no_call_for_it() {
    RefreshRequested run = requested();
    kafka.ask(run);
    awaitHeld(1);

    service.stop();
    assertThat(kafka.finishedOf(run.runId())).isEmpty();
    service.start();
    RefreshFinished end = kafka.awaitFinished(run.runId());

    assertThat(end.outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(end.calls()).extracting(CallReport::position).containsExactly(0, 1, 2, 3);
    results(run).body("position", contains(0, 1, 2, 3));
    assertThat(called().stream().filter(n -> n < 3)).containsExactly(1, 2);
    assertThat(called()).endsWith(3, 4);
  }

  private void holdNext() {
    crm.next((request, id) -> held.add(new Held(request, id)));
  }

  private void awaitHeld(int calls) {
    Awaitility.await().atMost(LIMIT).until(() -> held.size() == calls);
  }

  private List<Integer> called() {
    return crm.receivedOf("tools/call").stream()
        .map(call -> call.getJsonObject("params").getJsonObject("arguments").getInteger("n"))
        .toList();
  }

  private ValidatableResponse results(RefreshRequested run) {
    return service.asService().get("/runs/{run}/results", run.runId()).then().statusCode(200);
  }

  private RefreshRequested requested() {
    JsonObject connector =
        new JsonObject()
            .put("name", "Acme CRM")
            .put("endpoint", crm.endpoint())
            .put("scope", "workspace")
            .put("signIn", "none");
    String id =
        service
            .as("ada")
            .body(connector.encode())
            .post("/api/connectors")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    JsonArray calls =
        new JsonArray()
            .add(call(id, "read", 1))
            .add(call(id, "second", 2))
            .add(call(id, "read", 3))
            .add(call(id, "read", 4));
    String delegation =
        service
            .as("ada")
            .body(new JsonObject().put("calls", calls).encode())
            .put("/delegations/{artifact}", ARTIFACT)
            .then()
            .statusCode(200)
            .extract()
            .path("delegationId");
    Instant now = Instant.parse("2026-03-02T07:00:00Z");
    return new RefreshRequested(
        UUID.randomUUID(),
        UUID.randomUUID(),
        ARTIFACT,
        UUID.fromString(delegation),
        "ada",
        now,
        now,
        "UTC",
        null);
  }

  private static JsonObject call(String connector, String tool, int n) {
    return new JsonObject()
        .put("connectorId", connector)
        .put("tool", tool)
        .put("arguments", new JsonObject().put("n", n));
  }
}
