package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.register.ConnectorView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The connection that a person uses to reach a connector. */
@Path("/api/connectors/{id}/connection")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Sign-in to connectors")
public class ConnectionResource {
  private final Connections connections;
  private final People people;

  public ConnectionResource(Connections connections, People people) {
    this.connections = connections;
    this.people = people;
  }

  @PUT
  @Operation(summary = "Enter one's own token or key")
  public Uni<ConnectorView> enter(@RestPath UUID id, @Valid @NotNull EnteredSecret entered) {
    Person person = people.current();
    return connections
        .enter(id, entered.secret(), person)
        .map(reach -> ConnectorView.of(reach, person.id()));
  }

  @DELETE
  @Operation(summary = "End the connection here and at its server")
  public Uni<ConnectorView> end(@RestPath UUID id) {
    Person person = people.current();
    return connections.end(id, person).map(reach -> ConnectorView.of(reach, person.id()));
  }
}
