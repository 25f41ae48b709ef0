package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes {@code refresh.progress}, so that a run can be watched while it is going. */
@ApplicationScoped
class RefreshProgressConsumer {
  private final ObjectMapper json;
  private final RunReports reports;

  RefreshProgressConsumer(ObjectMapper json, RunReports reports) {
    this.json = json;
    this.reports = reports;
  }

  @Incoming("refresh-progress")
  Uni<Void> consume(String event) throws JsonProcessingException {
    RefreshProgress progress = json.readValue(event, RefreshProgress.class);
    Poison.refuseWithout(progress, RefreshProgress::runId, RefreshProgress::call);
    return Poison.untilItPasses(reports.take(progress));
  }
}
