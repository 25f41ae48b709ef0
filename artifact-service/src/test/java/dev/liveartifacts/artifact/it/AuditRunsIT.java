package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened while nobody was there is in the audit log as well. */
@QuarkusTest
class AuditRunsIT extends AuditCase {
  private static final String SECRET = "s3cr3t-of-acme";

  @Inject ObjectMapper json;

  private FinishedRuns runs;

  @BeforeEach
  void begin() {
    runs = new FinishedRuns(infra, json, connectors);
  }

  @AfterEach
  void end() {
    runs.close();
  }

  @Test
  void row_20_a_run_is_written_down_by_tool_with_counts_in_its_owners_name_and_without_contents()
      throws Exception {
    String id = createGranted("ben");
    Instant at = Instant.now().minusSeconds(60);

    runs.finish(
        id,
        at,
        Made.good(0, "list_deals", Map.of("q", SECRET), "{\"content\":[\"" + SECRET + "\"]}"),
        Made.failed(1, "list_deals"),
        Made.good(2, "list_deals", Map.of("q", 2), "{}"),
        Made.good(3, "pipeline", Map.of(), "{}"));

    List<Map<String, Object>> log = written("action=refresh.run", 2);
    assertThat(log)
        .extracting(entry ->
            "%s %s %s %s %s %s %s"
                .formatted(
                    entry.get("actor"),
                    entry.get("personName"),
                    entry.get("connector"),
                    entry.get("tool"),
                    entry.get("outcome"),
                    entry.get("calls"),
                    entry.get("failed")))
        .containsExactlyInAnyOrder(
            "schedule Ben Okri Acme CRM list_deals partly 3 1",
            "schedule Ben Okri Acme CRM pipeline done 1 0");
    assertThat(log)
        .allSatisfy(entry -> {
          assertThat(entry)
              .containsEntry("artifactId", id)
              .containsEntry("connectorId", CRM.toString());
          assertThat(Duration.between(at, Instant.parse(entry.get("at").toString())).abs())
              .isLessThan(Duration.ofMillis(1));
        });
    assertThat(entries("tool=list_deals&outcome=partly").getFirst())
        .containsEntry("code", "server_unavailable");
    assertThat(sql("select e::text from audit_entry e")).doesNotContain(SECRET);
  }

  @Test
  void a_run_that_is_told_twice_is_written_down_once_and_one_whose_permission_is_gone_as_well() {
    String id = createGranted("ben");
    RefreshFinished run =
        runs.keep(
            id, null, Instant.now().minusSeconds(60), Made.good(0, "list_deals", Map.of(), "{}"));
    RefreshFinished gone =
        new RefreshFinished(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.fromString(id),
            RunOutcome.GONE,
            List.of(),
            Instant.now(),
            null,
            "Taken back.");

    runs.tell(run);
    runs.tell(run);
    runs.tell(gone);

    written("outcome=gone", 1);
    assertThat(entries("action=refresh.run"))
        .extracting(entry -> entry.get("outcome"))
        .containsExactly("gone", "done");
  }

  @Test
  void a_run_of_a_month_that_nobody_made_ready_is_written_down() {
    String id = createGranted("ben");

    runs.finish(id, Instant.now().minus(Duration.ofDays(200)), Made.failed(0, "list_deals"));

    assertThat(written("action=refresh.run", 1).getFirst()).containsEntry("outcome", "failed");
  }

  @Test
  void what_was_tried_is_written_down_with_its_tool_and_how_it_went() {
    connectors.on(
        "POST /api/connectors/" + CRM + "/probe",
        new FakeService.Reply(
            200,
            Map.of("Live-Tool", "list%20d%C3%A9als", "Live-Outcome", "failed"),
            new byte[] {'{', '}'}));

    as("ben")
        .body(Map.of("tool", SECRET, "arguments", Map.of()))
        .post("/api/connectors/{id}/probe", CRM)
        .then()
        .statusCode(200);

    assertThat(written("action=connector.probe", 1).getFirst())
        .containsEntry("connectorId", CRM.toString())
        .containsEntry("tool", "list déals")
        .containsEntry("outcome", "failed")
        .containsEntry("personName", "Ben Okri");
  }
}
