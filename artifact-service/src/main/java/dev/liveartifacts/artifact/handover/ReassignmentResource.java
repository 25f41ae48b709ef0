package dev.liveartifacts.artifact.handover;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Gives an artifact to somebody else, by an administrator, where its owner has left. */
@Path("/api/admin/artifacts/{id}/owner")
class ReassignmentResource {
  private final CurrentPerson current;
  private final Handovers handovers;

  ReassignmentResource(CurrentPerson current, Handovers handovers) {
    this.current = current;
    this.handovers = handovers;
  }

  @POST
  public Uni<Void> reassign(@RestPath UUID id, @NotNull @Valid Heir heir) {
    Person person = current.get();
    Access.check(person.workspace(), WorkspaceAction.ADMINISTER);
    return handovers.reassign(id, person, heir);
  }
}
