package dev.liveartifacts.artifact.authoring;

import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.authoring.journal.Description;
import dev.liveartifacts.artifact.authoring.journal.DescriptionStore;
import dev.liveartifacts.artifact.authoring.work.AskedTool;
import dev.liveartifacts.artifact.bridge.Rehearsal;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The calls of a page that is being made: tools that only read, of connectors that its author has
 * chosen for it.
 */
@Path("/api/descriptions/{id}/calls")
class DescriptionCallsResource {
  private final CurrentPerson current;
  private final DescriptionStore store;
  private final Rehearsal rehearsal;

  DescriptionCallsResource(CurrentPerson current, DescriptionStore store, Rehearsal rehearsal) {
    this.current = current;
    this.store = store;
    this.rehearsal = rehearsal;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Buffer>> call(@RestPath UUID id, String body) {
    Person person = current.get();
    String token = current.accessToken();
    return store
        .of(id, person.id())
        .map(found -> found.orElseThrow(() -> Problems.notFound("description")))
        .flatMap(one -> rehearsal.call(id, person, allowed(one), true, body, token));
  }

  private static List<AllowedTool> allowed(Description one) {
    return one.tools().stream()
        .map(JsonObject.class::cast)
        .map(AskedTool::read)
        .flatMap(tool -> tool.allowed().stream())
        .toList();
  }
}
