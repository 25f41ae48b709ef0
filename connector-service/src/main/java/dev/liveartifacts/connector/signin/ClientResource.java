package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Connector;
import dev.liveartifacts.connector.register.ConnectorView;
import dev.liveartifacts.connector.register.Registry;
import dev.liveartifacts.connector.register.SignIn;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The client that was registered by hand at a connector's sign-in server. */
@Path("/api/connectors/{id}/client")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Sign-in to connectors")
public class ClientResource {
  private final Registry registry;
  private final SignIns signIns;
  private final People people;

  public ClientResource(Registry registry, SignIns signIns, People people) {
    this.registry = registry;
    this.signIns = signIns;
    this.people = people;
  }

  @PUT
  @Operation(summary = "Enter a client id; it is used at the sign-in server of this moment alone")
  public Uni<ConnectorView> enter(@RestPath UUID id, @Valid @NotNull EnteredClient client) {
    Person person = people.current();
    return registry
        .changeable(id, person)
        .map(reach -> oauth(reach.connector()))
        .chain(connector -> signIns.configure(connector, client))
        .chain(() -> registry.get(id, person))
        .map(reach -> ConnectorView.of(reach, person.id()));
  }

  private static Connector oauth(Connector connector) {
    if (connector.signIn() != SignIn.OAUTH) {
      throw ProblemException.conflict("This connector has no sign-in server.");
    }
    return connector;
  }
}
