package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.problem.Refusal;
import dev.liveartifacts.scheduler.run.OutboxLoop;
import dev.liveartifacts.scheduler.run.Run;
import dev.liveartifacts.scheduler.run.RunTrigger;
import dev.liveartifacts.scheduler.run.Runs;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** The runs of a schedule: asked for now, and looked back at. */
@Path("/api/schedules/{id}")
@Authenticated
public class ScheduleRunResource {
  private static final int HISTORY = 200;

  private final ScheduleAccess access;
  private final WantedRuns wantedRuns;
  private final Runs runs;
  private final OutboxLoop outbox;

  ScheduleRunResource(ScheduleAccess access, WantedRuns wantedRuns, Runs runs, OutboxLoop outbox) {
    this.access = access;
    this.wantedRuns = wantedRuns;
    this.runs = runs;
    this.outbox = outbox;
  }

  @POST
  @Path("run")
  @ResponseStatus(202)
  @Operation(
      summary = "Runs the schedule now",
      description = "While a run is going, that one is the answer.")
  public Uni<Run> runNow(
      UUID id,
      @Parameter(description = "Who asks: `manual` for a person, `page` for an artifact's page")
          @RestQuery
          @DefaultValue("manual")
          String trigger) {
    return wantedRuns.request(id, asked(trigger)).invoke(outbox::wake);
  }

  private static RunTrigger asked(String trigger) {
    return switch (trigger) {
      case "manual" -> RunTrigger.MANUAL;
      case "page" -> RunTrigger.PAGE;
      default ->
          throw new Refusal(
              400,
              "invalid-request",
              "Something is missing or wrong",
              "“%s” does not work as “trigger”: write manual or page.".formatted(trigger));
    };
  }

  @GET
  @Path("runs")
  @WithSession
  public Uni<List<Run>> history(UUID id) {
    return access
        .readable(id)
        .chain(() -> runs.recent(List.of(id), HISTORY))
        .map(found -> found.getOrDefault(id, List.of()));
  }
}
