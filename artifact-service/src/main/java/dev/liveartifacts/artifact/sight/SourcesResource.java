package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** By whose access each source of an artifact answers those who open it. */
@Path("/api/artifacts/{id}/sources")
class SourcesResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Showing showing;

  SourcesResource(CurrentPerson current, Doorkeeper doorkeeper, Showing showing) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.showing = showing;
  }

  /** With the calls that the owner's page made: what could be shown. */
  @GET
  public Uni<List<SourceView>> list(
      @RestPath UUID id, @RestQuery @DefaultValue("UTC") @Size(max = 60) String timeZone) {
    String token = current.accessToken();
    return doorkeeper
        .let(current.get(), id, Action.EDIT)
        .flatMap(opened -> showing.sources(opened.facts(), timeZone, token));
  }

  /** For this source, instead of what was chosen before. */
  @PUT
  @Path("/{connectorId}")
  public Uni<Void> choose(
      @RestPath UUID id, @RestPath UUID connectorId, @NotNull @Valid SourceChoice choice) {
    String token = current.accessToken();
    return doorkeeper
        .let(current.get(), id, Action.SHARE)
        .flatMap(opened -> showing.choose(opened.facts(), connectorId, choice, token));
  }

  /** Everybody uses their own access again, at once. */
  @DELETE
  @Path("/{connectorId}")
  public Uni<Void> hide(@RestPath UUID id, @RestPath UUID connectorId) {
    String token = current.accessToken();
    return doorkeeper
        .let(current.get(), id, Action.SHARE)
        .flatMap(opened -> showing.hide(id, connectorId, token));
  }
}
