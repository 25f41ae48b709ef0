package dev.liveartifacts.artifact.drift;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Says where the data that an artifact's page was made for has changed its structure. */
@Path("/api/artifacts/{id}/drift")
class DriftResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Drifts drifts;

  DriftResource(CurrentPerson current, Doorkeeper doorkeeper, Drifts drifts) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.drifts = drifts;
  }

  @GET
  public Uni<JsonArray> drift(@RestPath UUID id) {
    String token = current.accessToken();
    return doorkeeper
        .let(current.get(), id, Action.OPEN)
        .flatMap(opened -> drifts.of(id, opened.facts().version(), token));
  }
}
