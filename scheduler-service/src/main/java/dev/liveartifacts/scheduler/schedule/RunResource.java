package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.run.OutboxLoop;
import dev.liveartifacts.scheduler.run.PastRun;
import dev.liveartifacts.scheduler.run.Run;
import dev.liveartifacts.scheduler.run.RunSearch;
import dev.liveartifacts.scheduler.run.Runs;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The runs of all schedules that the caller sees: looked for, watched, tried again. */
@Path("/api/schedules/runs")
@Authenticated
public class RunResource {
  private final RunAccess access;
  private final WantedRuns wantedRuns;
  private final Runs runs;
  private final OutboxLoop outbox;

  RunResource(RunAccess access, WantedRuns wantedRuns, Runs runs, OutboxLoop outbox) {
    this.access = access;
    this.wantedRuns = wantedRuns;
    this.runs = runs;
    this.outbox = outbox;
  }

  @GET
  @WithSession
  @Operation(
      summary = "Looks for runs, latest first",
      description =
          "Your own; an administrator sees everybody's. For the next page, give the id of the last run as `before`.")
  @APIResponse(responseCode = "200", description = "At most `limit` runs")
  public Uni<List<Run>> search(@BeanParam RunQuery query) {
    RunSearch first = query.firstPage(access.owner());
    UUID before = query.before();
    return before == null
        ? runs.search(first)
        : runs.find(before)
            .map(access::readable)
            .chain(past -> runs.search(first.after(past.run())));
  }

  @GET
  @Path("{runId}")
  @WithSession
  @Operation(summary = "One run, with its calls; while it is going, as far as it has come")
  public Uni<Run> get(UUID runId) {
    return runs.find(runId).map(access::readable).map(PastRun::run);
  }

  @POST
  @Path("{runId}/retry")
  @ResponseStatus(202)
  @Operation(summary = "Makes the calls of a run again that failed")
  @APIResponse(responseCode = "202", description = "The new run")
  @APIResponse(
      responseCode = "409",
      description = "Nothing failed, a run is going, or the calls have changed since")
  public Uni<Run> retry(UUID runId) {
    return wantedRuns.retry(runId).invoke(outbox::wake);
  }
}
