package dev.liveartifacts.connector.refresh;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.connector.json.Sha256;
import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.KafkaSide;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import dev.liveartifacts.contracts.refresh.Topics;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class RunResultsIT {
  private final Api ada = Api.as("ada");
  private final UUID artifact = UUID.randomUUID();

  @Inject RunResultStore results;
  private McpTestServer crm;
  private String connector;
  private KafkaSide kafka;

  @BeforeEach
  void begin() {
    Infra.shared().reset("connector");
    crm = new McpTestServer();
    crm.readOnly("large", arguments -> text("x".repeat(200_000)));
    connector = ada.connect("Acme CRM", crm.endpoint(), "workspace");
    kafka = new KafkaSide();
  }

  @AfterEach
  void end() {
    kafka.close();
    crm.close();
  }

  @Test
  void results_wait_byte_for_byte_until_they_are_taken() {
    JsonObject relative = new JsonObject().put("path", "/from").put("expression", "month.start");
    RefreshRequested run =
        requested(
            delegation(
                call("large", new JsonObject().put("n", 1)),
                call("read", new JsonObject().put("from", "2026-01-01"))
                    .put("relative", new JsonArray().add(relative))),
            null);

    kafka.ask(run);
    RefreshFinished end = kafka.awaitFinished(run.runId());

    assertThat(end.outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(end.calls()).extracting(CallReport::position).containsExactly(0, 1);
    service()
        .get("/runs/{run}/results", run.runId())
        .then()
        .statusCode(200)
        .body("position", contains(0, 1))
        .body("[1].arguments.from", equalTo("2026-03-01"))
        .body("[1].relative[0].path", equalTo("/from"))
        .body("[1].relative[0].expression", equalTo("month.start"))
        .body("[0].shared", equalTo(true))
        .body("[0].shapeHash", notNullValue());
    byte[] large =
        service().get("/runs/{run}/results/0", run.runId()).then().extract().asByteArray();
    assertThat(new String(large, StandardCharsets.UTF_8)).isEqualTo(text("x".repeat(200_000)));
    assertThat(Sha256.hex(large)).isEqualTo(end.calls().getFirst().contentHash());

    service().delete("/runs/{run}/results", run.runId()).then().statusCode(204);

    service().get("/runs/{run}/results", run.runId()).then().body("", empty());
    service().get("/runs/{run}/results/0", run.runId()).then().statusCode(404);
    kafka.ask(run);
    kafka.awaitFinished(run.runId(), 2);
    assertThat(crm.calls()).isEqualTo(2);
  }

  @Test
  void row_11_results_are_for_the_service_alone() {
    RefreshRequested run = requested(delegation(call("read", new JsonObject())), null);
    kafka.ask(run);
    kafka.awaitFinished(run.runId());

    ada.request().get("/runs/{run}/results", run.runId()).then().statusCode(403);
    ada.request().get("/runs/{run}/results/0", run.runId()).then().statusCode(403);
    ada.request().delete("/runs/{run}/results", run.runId()).then().statusCode(403);
    given().get("/runs/{run}/results", run.runId()).then().statusCode(401);
    service().get("/runs/{run}/results", run.runId()).then().body("", hasSize(1));
  }

  @Test
  void a_retry_makes_the_failed_calls_alone() {
    crm.readOnly("broken", arguments -> "{\"content\":[],\"isError\":true}");
    UUID delegation = delegation(call("read", new JsonObject()), call("broken", new JsonObject()));
    RefreshRequested first = requested(delegation, null);
    kafka.ask(first);
    assertThat(kafka.awaitFinished(first.runId()).outcome()).isEqualTo(RunOutcome.PARTLY);
    crm.readOnly("broken", arguments -> text("mended"));
    RefreshRequested retry = requested(delegation, first.runId());

    kafka.ask(retry);
    RefreshFinished end = kafka.awaitFinished(retry.runId());

    assertThat(end.outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(end.retryOf()).isEqualTo(first.runId());
    assertThat(end.calls()).extracting(CallReport::position).containsExactly(1);
    assertThat(crm.calls()).isEqualTo(3);
    service().get("/runs/{run}/results", first.runId()).then().body("position", contains(0));
    service().get("/runs/{run}/results", retry.runId()).then().body("position", contains(1));
  }

  @Test
  void every_call_of_a_run_is_told_as_it_ends() {
    RefreshRequested run =
        requested(
            delegation(
                call("read", new JsonObject().put("n", 1)),
                call("read", new JsonObject().put("n", 2)),
                call("read", new JsonObject().put("n", 3))),
            null);

    kafka.ask(run);
    kafka.awaitFinished(run.runId());

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(kafka.progressOf(run.runId()))
                .extracting(RefreshProgress::done)
                .containsExactly(1, 2, 3));
    assertThat(kafka.progressOf(run.runId()))
        .allSatisfy(step -> {
          assertThat(step.total()).isEqualTo(3);
          assertThat(step.artifactId()).isEqualTo(artifact);
          assertThat(step.call().tool()).isEqualTo("read");
        });
    assertThat(kafka.text(Topics.REFRESH_PROGRESS)).doesNotContain("hello");
  }

  @Test
  void an_expired_delegation_is_gone_with_its_reason_and_can_be_renewed() throws Exception {
    UUID delegation = delegation(call("read", new JsonObject()));
    ada.request()
        .body("{\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
        .patch("/delegations/{artifact}", artifact)
        .then()
        .statusCode(400);
    expireInDatabase();
    RefreshRequested expired = requested(delegation, null);

    kafka.ask(expired);

    assertThat(kafka.awaitFinished(expired.runId()))
        .satisfies(end -> {
          assertThat(end.outcome()).isEqualTo(RunOutcome.GONE);
          assertThat(end.reason()).contains("ended on 2 January 2020");
        });
    ada.request()
        .body("{\"expiresAt\":null}")
        .patch("/delegations/{artifact}", artifact)
        .then()
        .statusCode(204);
    RefreshRequested renewed = requested(delegation, null);
    kafka.ask(renewed);
    assertThat(kafka.awaitFinished(renewed.runId()).outcome()).isEqualTo(RunOutcome.FINISHED);
  }

  @Test
  void a_delegation_says_what_it_allows_and_when_it_was_used() {
    UUID delegation = delegation(call("read", new JsonObject().put("n", 1)));
    ada.request()
        .get("/delegations")
        .then()
        .statusCode(200)
        .body("artifactId", contains(artifact.toString()))
        .body("[0].calls[0].connectorName", equalTo("Acme CRM"))
        .body("[0].calls[0].arguments.n", equalTo(1))
        .body("[0].lastUsedAt", nullValue())
        .body("[0].id", nullValue());
    Api.as("ben").request().get("/delegations").then().body("", empty());
    Api.as("ben")
        .request()
        .body("{\"expiresAt\":null}")
        .patch("/delegations/{artifact}", artifact)
        .then()
        .statusCode(404);
    RefreshRequested run = requested(delegation, null);

    kafka.ask(run);
    kafka.awaitFinished(run.runId());

    ada.request().get("/delegations").then().body("[0].lastUsedAt", notNullValue());
  }

  @Test
  void duplicates_and_runs_out_of_order_end_in_the_same_state() {
    UUID delegation = delegation(call("read", new JsonObject()));
    RefreshRequested early = requested(delegation, null);
    RefreshRequested late = requested(delegation, null);

    kafka.ask(late);
    kafka.ask(early);
    kafka.ask(late);
    kafka.ask(early);

    assertThat(kafka.awaitFinished(early.runId(), 2)).isEqualTo(kafka.awaitFinished(early.runId()));
    assertThat(kafka.awaitFinished(late.runId(), 2)).isEqualTo(kafka.awaitFinished(late.runId()));
    service().get("/runs/{run}/results", early.runId()).then().body("position", contains(0));
    service().get("/runs/{run}/results", late.runId()).then().body("position", contains(0));
  }

  @Test
  void an_event_that_cannot_be_carried_out_is_parked_with_its_reason() {
    RefreshRequested good = requested(delegation(call("read", new JsonObject())), null);
    String text = kafka.json(good);
    kafka.tell(text.replace("\"UTC\"", "\"Mars/Base\""));
    kafka.tell(text.replace("\"dueAt\":\"2026", "\"dueAt_\":\"2026"));

    kafka.ask(good);

    assertThat(kafka.awaitFinished(good.runId()).outcome()).isEqualTo(RunOutcome.FINISHED);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(parkedReasons())
                .contains("there is no such time zone", "it does not say when it is due"));
  }

  @Test
  void results_that_nobody_takes_are_let_go_in_time() throws Exception {
    RefreshRequested run = requested(delegation(call("read", new JsonObject())), null);
    kafka.ask(run);
    kafka.awaitFinished(run.runId());
    execute("update refresh_call set ended_at = now() - interval '25 hours'");

    results.forgetOld().await().atMost(Duration.ofSeconds(10));

    service().get("/runs/{run}/results", run.runId()).then().body("", empty());
  }

  private void expireInDatabase() throws Exception {
    execute("update delegation set expires_at = '2020-01-02T00:00:00Z'");
  }

  private static void execute(String sql) throws Exception {
    try (Connection database = Infra.shared().database("connector").connect();
        Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String parkedReasons() throws Exception {
    try (Connection database = Infra.shared().database("connector").connect();
        Statement statement = database.createStatement();
        var rows = statement.executeQuery("select string_agg(reason, '; ') from parked_event")) {
      rows.next();
      return "" + rows.getString(1);
    }
  }

  private static RequestSpecification service() {
    return given().auth().oauth2(Infra.shared().signIn().clientToken("artifact-service"));
  }

  private static String text(String text) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}";
  }

  private JsonObject call(String tool, JsonObject arguments) {
    return new JsonObject()
        .put("connectorId", connector)
        .put("tool", tool)
        .put("arguments", arguments);
  }

  private UUID delegation(JsonObject... calls) {
    JsonArray all = new JsonArray();
    for (JsonObject call : calls) {
      all.add(call);
    }
    return UUID.fromString(
        ada.request()
            .body(new JsonObject().put("calls", all).encode())
            .put("/delegations/" + artifact)
            .then()
            .statusCode(200)
            .extract()
            .path("delegationId"));
  }

  private RefreshRequested requested(UUID delegation, @Nullable UUID retryOf) {
    Instant now = Instant.parse("2026-03-02T07:00:00Z");
    return new RefreshRequested(
        UUID.randomUUID(),
        UUID.randomUUID(),
        artifact,
        delegation,
        "ada",
        now,
        now,
        "UTC",
        retryOf);
  }
}
