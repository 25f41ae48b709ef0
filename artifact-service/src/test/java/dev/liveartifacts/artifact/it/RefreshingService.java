package dev.liveartifacts.artifact.it;

import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running service whose artifacts are refreshed. */
class RefreshingService extends RunningService {
  static final Instant MONDAY =
      Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(2, ChronoUnit.HOURS);
  static final String DEALS =
      "{\"structuredContent\":{\"deals\":[{\"id\":1,\"sum\":10.50},{\"id\":2,\"sum\":20}]}}";

  @Inject ObjectMapper json;
  FinishedRuns runs;

  @BeforeEach
  void runs() {
    runs = new FinishedRuns(infra, json, connectors);
  }

  @AfterEach
  void close() {
    runs.close();
  }

  static Made deals(String result) {
    return Made.good(0, "list_deals", Map.of("stage", "won"), result);
  }

  /** Newest first, once there are as many. */
  JsonPath snapshots(String person, String id, int count) {
    soon()
        .untilAsserted(() ->
            as(person)
                .get("/api/artifacts/{id}/snapshots?limit=100", id)
                .then()
                .statusCode(200)
                .body("", hasSize(count)));
    return as(person).get("/api/artifacts/{id}/snapshots", id).jsonPath();
  }

  /** The id of the snapshot that a run became. */
  String snapshotOf(String person, String id, Instant at, Made... calls) {
    String run = runs.finish(id, at, calls).runId().toString();
    String[] found = new String[1];
    soon()
        .until(() -> {
          found[0] =
              as(person)
                  .get("/api/artifacts/{id}/snapshots?limit=100", id)
                  .jsonPath()
                  .getString("find { it.runId == '" + run + "' }.id");
          return found[0] != null;
        });
    return found[0];
  }

  Line open(String person, String id) throws Exception {
    Line line =
        new Line(
            app.resolve("/api/artifacts/" + id + "/events"), infra.signIn().accessToken(person));
    line.hears(":");
    return line;
  }

  static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
  }
}
