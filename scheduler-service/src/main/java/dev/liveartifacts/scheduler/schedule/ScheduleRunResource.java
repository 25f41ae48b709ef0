package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.run.OutboxLoop;
import dev.liveartifacts.scheduler.run.Run;
import dev.liveartifacts.scheduler.run.Runs;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The runs of a schedule: asked for now, and looked back at. */
@Path("/api/schedules/{id}")
@Authenticated
public class ScheduleRunResource {
  private static final int HISTORY = 200;

  private final ScheduleAccess access;
  private final ManualRuns manualRuns;
  private final Runs runs;
  private final OutboxLoop outbox;

  ScheduleRunResource(ScheduleAccess access, ManualRuns manualRuns, Runs runs, OutboxLoop outbox) {
    this.access = access;
    this.manualRuns = manualRuns;
    this.runs = runs;
    this.outbox = outbox;
  }

  @POST
  @Path("run")
  @ResponseStatus(202)
  public Uni<Run> runNow(UUID id) {
    return manualRuns.request(id).invoke(outbox::wake);
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
