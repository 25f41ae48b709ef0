package dev.liveartifacts.artifact.handover;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Gives an artifact away, by its owner, who stays as an editor. What they delegated to it ends. */
@Path("/api/artifacts/{id}/owner")
class HandoverResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Handovers handovers;

  HandoverResource(CurrentPerson current, Doorkeeper doorkeeper, Handovers handovers) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.handovers = handovers;
  }

  @POST
  public Uni<Void> transfer(@RestPath UUID id, @NotNull @Valid Heir heir) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.HAND_OVER)
        .flatMap(opened -> handovers.transfer(id, person, heir));
  }
}
