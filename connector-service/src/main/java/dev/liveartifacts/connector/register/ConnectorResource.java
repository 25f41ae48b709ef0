package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The connectors that a person may use. */
@Path("/api/connectors")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Connectors")
public class ConnectorResource {
  private final Registry registry;
  private final People people;

  public ConnectorResource(Registry registry, People people) {
    this.registry = registry;
    this.people = people;
  }

  @GET
  @Operation(summary = "The workspace's connectors and one's own")
  public Uni<List<ConnectorView>> list() {
    Person person = people.current();
    return registry
        .list(person)
        .map(all -> all.stream().map(reach -> ConnectorView.of(reach, person.id())).toList());
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Add a connector; for the whole workspace as an administrator")
  public Uni<ConnectorView> add(@Valid @NotNull NewConnector wanted) {
    Person person = people.current();
    return registry.add(wanted, person).map(reach -> ConnectorView.of(reach, person.id()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One connector with its state")
  public Uni<ConnectorView> get(@RestPath UUID id) {
    Person person = people.current();
    return registry.get(id, person).map(reach -> ConnectorView.of(reach, person.id()));
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Change a connector; a new secret or endpoint empties its cache")
  public Uni<ConnectorView> change(@RestPath UUID id, @Valid @NotNull ConnectorChange change) {
    Person person = people.current();
    return registry.change(id, change, person).map(reach -> ConnectorView.of(reach, person.id()));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Remove a connector with its connections")
  public Uni<Void> remove(@RestPath UUID id) {
    return registry.remove(id, people.current());
  }
}
