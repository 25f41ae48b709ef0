package dev.liveartifacts.connector.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.KafkaSide;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class RefreshIT {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Api ada = Api.as("ada");
  private final UUID artifact = UUID.randomUUID();

  private McpTestServer crm;
  private String connector;
  private KafkaSide kafka;

  @BeforeEach
  void begin() {
    Infra infra = Infra.shared();
    infra.reset("connector");
    crm = new McpTestServer();
    connector = ada.connect("Acme CRM", crm.endpoint(), "workspace");
    kafka = new KafkaSide();
  }

  @AfterEach
  void end() {
    kafka.close();
    crm.close();
  }

  private JsonObject delegated(String tool, JsonObject arguments) {
    return new JsonObject()
        .put("connectorId", connector)
        .put("tool", tool)
        .put("arguments", arguments);
  }

  private Response delegate(JsonObject... calls) {
    JsonObject body = new JsonObject().put("calls", new JsonArray(List.of(calls)));
    return ada.request().body(body.encode()).put("/delegations/" + artifact);
  }

  private RefreshRequested requested(UUID delegation) {
    Instant now = Instant.parse("2026-03-02T07:00:00Z");
    return new RefreshRequested(
        UUID.randomUUID(), UUID.randomUUID(), artifact, delegation, "ada", now, now, "UTC", null);
  }

  private void send(RefreshRequested event) {
    kafka.ask(event, "00-" + TRACE + "-00f067aa0ba902b7-01");
  }

  private RefreshFinished awaitFinished(RefreshRequested event) {
    return kafka.awaitFinished(event.runId());
  }

  private UUID delegation(JsonObject... calls) {
    return UUID.fromString(delegate(calls).then().statusCode(200).extract().path("delegationId"));
  }

  @Test
  void a_refresh_makes_the_delegated_calls_past_the_cache_and_says_how_they_went() {
    ada.call(connector, "read", new JsonObject().put("a", 1), "cached");
    UUID delegation =
        delegation(
            delegated("read", new JsonObject().put("a", 1)),
            delegated("read", new JsonObject().put("a", 2)));
    RefreshRequested event = requested(delegation);

    send(event);
    RefreshFinished end = awaitFinished(event);

    assertThat(end.outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(end.scheduleId()).isEqualTo(event.scheduleId());
    assertThat(end.artifactId()).isEqualTo(artifact);
    assertThat(end.calls())
        .hasSize(2)
        .allSatisfy(call -> {
          assertThat(call.connector()).isEqualTo("Acme CRM");
          assertThat(call.callKey()).matches("[0-9a-f]{64}");
          assertThat(call.storedAt()).isNotNull();
          assertThat(call.error()).isNull();
        });
    assertThat(crm.calls()).isEqualTo(3);
    ada.call(connector, "read", new JsonObject().put("a", 2), "cached")
        .then()
        .body("cached", equalTo(true));
    ConsumerRecord<String, String> told = kafka.finishedRecord(event.runId());
    assertThat(told.key()).isEqualTo(artifact.toString());
    assertThat(new String(told.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
        .contains(TRACE);
    assertThat(told.value()).doesNotContain("hello");
  }

  @Test
  void row_13_a_delegation_makes_exactly_the_recorded_calls_whatever_others_delegate() {
    UUID delegation = delegation(delegated("read", new JsonObject().put("a", 1)));
    JsonObject other =
        new JsonObject()
            .put("calls", new JsonArray().add(delegated("read", new JsonObject().put("a", 2))));
    String theirs =
        Api.as("ben")
            .request()
            .body(other.encode())
            .put("/delegations/" + artifact)
            .then()
            .extract()
            .path("delegationId");
    assertThat(theirs).isNotEqualTo(delegation.toString());
    RefreshRequested event = requested(delegation);

    send(event);

    assertThat(awaitFinished(event).calls()).hasSize(1);
    assertThat(crm.receivedOf("tools/call"))
        .extracting(call -> call.getJsonObject("params").getJsonObject("arguments"))
        .containsExactly(new JsonObject().put("a", 1));
  }

  @Test
  void a_request_that_comes_twice_is_run_once_and_answered_twice() {
    RefreshRequested event = requested(delegation(delegated("read", new JsonObject())));

    send(event);
    RefreshFinished first = awaitFinished(event);
    send(event);

    assertThat(kafka.awaitFinished(event.runId(), 2)).isEqualTo(first);
    assertThat(crm.calls()).isEqualTo(1);
  }

  @Test
  void one_failing_call_makes_the_run_partly_and_all_make_it_failed() {
    crm.readOnly("broken", arguments -> "{\"content\":[],\"isError\":true}");
    RefreshRequested partly =
        requested(
            delegation(delegated("read", new JsonObject()), delegated("broken", new JsonObject())));
    send(partly);
    RefreshFinished end = awaitFinished(partly);
    assertThat(end.outcome()).isEqualTo(RunOutcome.PARTLY);
    assertThat(end.calls().stream().filter(call -> call.error() != null))
        .singleElement()
        .satisfies(call -> assertThat(call.tool()).isEqualTo("broken"))
        .extracting(CallReport::error)
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.TOOL_ERROR));

    RefreshRequested failed = requested(delegation(delegated("broken", new JsonObject())));
    send(failed);
    assertThat(awaitFinished(failed).outcome()).isEqualTo(RunOutcome.FAILED);
  }

  @Test
  void a_delegation_that_ended_or_belongs_elsewhere_is_gone() {
    UUID delegation = delegation(delegated("read", new JsonObject()));
    RefreshRequested right = requested(delegation);
    RefreshRequested otherArtifact =
        new RefreshRequested(
            UUID.randomUUID(),
            right.scheduleId(),
            UUID.randomUUID(),
            delegation,
            "ada",
            right.dueAt(),
            right.requestedAt(),
            "UTC",
            null);
    RefreshRequested otherPerson =
        new RefreshRequested(
            UUID.randomUUID(),
            right.scheduleId(),
            artifact,
            delegation,
            "ben",
            right.dueAt(),
            right.requestedAt(),
            "UTC",
            null);
    send(otherArtifact);
    send(otherPerson);
    assertThat(awaitFinished(otherArtifact).outcome()).isEqualTo(RunOutcome.GONE);
    assertThat(awaitFinished(otherPerson).outcome()).isEqualTo(RunOutcome.GONE);

    ada.request().delete("/delegations/" + artifact).then().statusCode(204);
    send(right);

    RefreshFinished end = awaitFinished(right);
    assertThat(end.outcome()).isEqualTo(RunOutcome.GONE);
    assertThat(end.calls()).isEmpty();
    assertThat(crm.calls()).isZero();
  }

  @Test
  void an_event_that_nobody_understands_is_parked_and_holds_up_nothing() throws SQLException {
    RefreshRequested event = requested(delegation(delegated("read", new JsonObject())));
    kafka.tell("not json");
    kafka.tell("{\"runId\":\"" + UUID.randomUUID() + "\"}");
    kafka.tell("null");
    send(event);

    assertThat(awaitFinished(event).outcome()).isEqualTo(RunOutcome.FINISHED);
    await().atMost(LIMIT).untilAsserted(() -> assertThat(parked()).isEqualTo(3));
  }

  private static int parked() throws SQLException {
    try (Connection database = Infra.shared().database("connector").connect();
        ResultSet row =
            database.createStatement().executeQuery("select count(*) from parked_event")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void a_newer_scheduler_may_say_more_than_we_know() {
    RefreshRequested event = requested(delegation(delegated("read", new JsonObject())));

    kafka.tell(new JsonObject(kafka.json(event)).put("priority", "high").encode());

    assertThat(awaitFinished(event).outcome()).isEqualTo(RunOutcome.FINISHED);
  }

  @Test
  void a_delegation_keeps_its_id_when_its_calls_change() {
    UUID first = delegation(delegated("read", new JsonObject()));
    UUID second =
        delegation(
            delegated("read", new JsonObject().put("b", 1)),
            delegated("read", new JsonObject().put("c", 1)));

    assertThat(second).isEqualTo(first);
    RefreshRequested event = requested(first);
    send(event);
    assertThat(awaitFinished(event).calls()).hasSize(2);
  }

  @Test
  void writing_cannot_be_delegated() {
    delegate(delegated("write", new JsonObject())).then().statusCode(409);
  }

  @Test
  void a_delegation_that_is_none_is_a_problem() {
    for (String body :
        List.of(
            "", "{}", "{\"calls\":{}}", "{\"calls\":[{}]}", "{\"calls\":[{\"tool\":\"read\"}]}")) {
      ada.request().body(body).put("/delegations/" + artifact).then().statusCode(400);
    }
  }

  @Test
  void a_tool_that_became_a_writing_one_is_refused_when_the_run_comes() {
    UUID delegation = delegation(delegated("read", new JsonObject()));
    crm.writing("read", arguments -> "{}");
    ada.request()
        .get("/api/connectors/" + connector + "/tools?refresh=true")
        .then()
        .body("[0].readOnly", not(equalTo(true)));
    RefreshRequested event = requested(delegation);

    send(event);

    assertThat(awaitFinished(event).calls().getFirst().error())
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.APPROVAL_REQUIRED));
    assertThat(crm.calls()).isZero();
  }
}
