package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AuditFullIT.RoomForTwo.class)
class AuditFullIT extends RunningService {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject MeterRegistry metrics;

  @Test
  void what_cannot_be_written_down_does_not_happen_and_what_only_reads_is_counted_as_lost()
      throws Exception {
    String id = createGranted("ada");
    Awaitility.await().atMost(PATIENCE).until(() -> taken() == 0);
    double lost = metrics.counter("live.audit.lost").count();

    try (Connection holder = infra.database("artifact").connect()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table audit_entry in access exclusive mode");
      rename(id, "One").then().statusCode(200);
      rename(id, "Two").then().statusCode(200);

      rename(id, "Three")
          .then()
          .statusCode(503)
          .body("detail", startsWith("This cannot be written down in the audit log right now"));
      as("ada").body(Map.of()).post("/api/artifacts/{id}/tickets", id).then().statusCode(200);

      assertThat(metrics.counter("live.audit.lost").count()).isEqualTo(lost + 1);
      assertThat(as("ada").get("/api/artifacts/{id}", id).path("title").toString())
          .isEqualTo("Two");
      holder.rollback();
    }

    Awaitility.await().atMost(PATIENCE).until(() -> taken() == 0);
    rename(id, "Four").then().statusCode(200);
    List<String> actions =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () ->
                    as("ada")
                        .get("/api/admin/audit?action=artifact.change&artifact=" + id)
                        .path("items.outcome"),
                found -> found.size() == 3);
    assertThat(actions).containsOnly("done");
  }

  private double taken() {
    return metrics.get("live.audit.places.taken").gauge().value();
  }

  private io.restassured.response.Response rename(String id, String title) {
    return as("ada").body(Map.of("title", title)).patch("/api/artifacts/{id}", id);
  }

  /** Makes the queue of the audit log very short. */
  public static final class RoomForTwo implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("live.audit.queue", "2", "live.audit.deadline", "300ms");
    }
  }
}
