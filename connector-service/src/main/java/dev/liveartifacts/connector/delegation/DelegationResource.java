package dev.liveartifacts.connector.delegation;

import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.ConnectorCache;
import dev.liveartifacts.connector.tool.Permissions;
import dev.liveartifacts.connector.tool.PermittedTool;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What an artifact may call in its owner's name while the owner is away. */
@Path("/delegations/{artifactId}")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Delegations")
public class DelegationResource {
  private final DelegationStore store;
  private final ConnectorCache connectors;
  private final Permissions permissions;
  private final People people;

  public DelegationResource(
      DelegationStore store, ConnectorCache connectors, Permissions permissions, People people) {
    this.store = store;
    this.connectors = connectors;
    this.permissions = permissions;
    this.people = people;
  }

  /** What a delegation is known by. */
  public record Given(UUID delegationId) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Delegate exactly these calls; replaces what was delegated before")
  @RequestBody(content = @Content(schema = @Schema(implementation = DelegationRequest.class)))
  public Uni<Given> put(@RestPath UUID artifactId, byte[] body) {
    Person owner = people.current();
    List<DelegatedCall> calls = DelegationRequest.read(body);
    return Multi.createFrom()
        .iterable(calls)
        .onItem()
        .transformToUniAndConcatenate(call -> checked(call, owner))
        .collect()
        .asList()
        .chain(checked -> store.put(artifactId, owner, checked))
        .map(Given::new);
  }

  /**
   * Takes tools out of one's delegation, if there is one, at once.
   *
   * @param body {@code calls}, of which connector and tool count
   */
  @POST
  @Path("/withdrawals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take tools out of one's delegation to an artifact")
  @RequestBody(content = @Content(schema = @Schema(implementation = DelegationRequest.class)))
  public Uni<Void> withdraw(@RestPath UUID artifactId, byte[] body) {
    return store.withdraw(artifactId, people.current(), DelegationRequest.read(body));
  }

  @DELETE
  @Operation(summary = "End one's delegation to an artifact")
  public Uni<Void> remove(@RestPath UUID artifactId) {
    return store.remove(artifactId, people.current());
  }

  /** A tool that cannot be looked up now is looked at again when it is called. */
  private Uni<DelegatedCall> checked(DelegatedCall call, Person owner) {
    return connectors
        .find(call.connectorId(), owner.id())
        .map(found -> found.orElseThrow(DelegationResource::noConnector))
        .chain(reach ->
            permissions
                .find(reach, call.tool())
                .onFailure(McpException.class)
                .recoverWithItem(Optional.empty()))
        .invoke(DelegationResource::requireReadOnly)
        .replaceWith(call);
  }

  private static void requireReadOnly(Optional<PermittedTool> tool) {
    if (tool.isPresent() && !tool.get().permission().readOnly()) {
      throw ProblemException.conflict(
          "The tool \""
              + tool.get().tool().name()
              + "\" writes, and only reading can be delegated.");
    }
  }

  private static ProblemException noConnector() {
    return ProblemException.notFound("One of the connectors is not there any more.");
  }
}
