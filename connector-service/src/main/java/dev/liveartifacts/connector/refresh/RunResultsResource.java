package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.work.CallerContext;
import dev.liveartifacts.connector.work.Deflation;
import dev.liveartifacts.contracts.refresh.RunResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The results of a run, for artifact-service alone, which asks when it has heard that the run
 * ended: it knows who may see them.
 */
@Path("/runs/{runId}/results")
@RolesAllowed(Roles.SERVICE)
public class RunResultsResource {
  private final RunResultStore results;
  private final Vertx vertx;

  public RunResultsResource(RunResultStore results, Vertx vertx) {
    this.results = results;
    this.vertx = vertx;
  }

  /** Empty if there is no such run, if it still runs, and when they were taken. */
  @GET
  @Operation(hidden = true)
  public Uni<List<RunResult>> list(@RestPath UUID runId) {
    return results.of(runId);
  }

  /** Byte for byte as the connector gave it. */
  @GET
  @Path("/{position}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Uni<byte[]> get(@RestPath UUID runId, @RestPath int position) {
    return results
        .deflated(runId, position)
        .map(found -> found.orElseThrow(RunResultsResource::notThere))
        .chain(this::inflated);
  }

  /** They are stored elsewhere now. */
  @DELETE
  @Operation(hidden = true)
  public Uni<Void> taken(@RestPath UUID runId) {
    return results.taken(runId);
  }

  private Uni<byte[]> inflated(byte[] deflated) {
    return CallerContext.keep(
        Uni.createFrom()
            .completionStage(() ->
                vertx
                    .executeBlocking(() -> Deflation.inflated(deflated, 0), false)
                    .toCompletionStage()));
  }

  private static ProblemException notThere() {
    return ProblemException.notFound("This result is not kept here, or not any more.");
  }
}
