package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes {@code refresh.finished}. What cannot be read is parked with its reason, and the rest
 * flows; while the database is away, everything waits.
 */
@ApplicationScoped
class RefreshFinishedConsumer {
  private final ObjectMapper json;
  private final RunReports reports;

  RefreshFinishedConsumer(ObjectMapper json, RunReports reports) {
    this.json = json;
    this.reports = reports;
  }

  @Incoming("refresh-finished")
  Uni<Void> consume(String event) throws JsonProcessingException {
    RefreshFinished report = json.readValue(event, RefreshFinished.class);
    Poison.refuseWithout(report, RefreshFinished::runId, RefreshFinished::scheduleId);
    Poison.refuseWithout(report, RefreshFinished::outcome, RefreshFinished::finishedAt);
    return Poison.untilItPasses(reports.take(report));
  }
}
