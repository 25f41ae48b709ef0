package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** With whom an artifact is shared. */
@Path("/api/artifacts/{id}/shares")
class SharesResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final ShareStore store;

  SharesResource(CurrentPerson current, Doorkeeper doorkeeper, ShareStore store) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
  }

  @GET
  public Uni<List<Share>> list(@RestPath UUID id) {
    return doorkeeper.let(current.get(), id, Action.EDIT).flatMap(opened -> store.of(id));
  }

  @POST
  @ResponseStatus(201)
  public Uni<Share> share(@RestPath UUID id, @NotNull @Valid Invitation invitation) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.SHARE)
        .flatMap(opened -> store.put(id, person.id(), invitation));
  }

  @DELETE
  @Path("/{shareId}")
  public Uni<Void> unshare(@RestPath UUID id, @RestPath UUID shareId) {
    return doorkeeper
        .let(current.get(), id, Action.SHARE)
        .flatMap(opened -> store.remove(id, shareId));
  }
}
