package dev.liveartifacts.connector.policy;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.register.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the tools of a connector may do, as far as no tool has a policy of its own. */
@Path("/api/connectors/{id}/policy")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Connectors")
public class PolicyResource {
  private final Registry registry;
  private final PolicyCache policies;
  private final People people;

  public PolicyResource(Registry registry, PolicyCache policies, People people) {
    this.registry = registry;
    this.policies = policies;
    this.people = people;
  }

  @GET
  @Operation(summary = "What holds for reading tools, writing tools, and tools that do not say")
  public Uni<ConnectorPolicy> get(@RestPath UUID id) {
    return registry.get(id, people.current()).chain(() -> policies.of(id)).map(Policies::effective);
  }

  @PUT
  @Operation(summary = "Set it: as an administrator, or as the owner of a personal connector")
  public Uni<ConnectorPolicy> put(@RestPath UUID id, @Valid @NotNull ConnectorPolicy policy) {
    return registry
        .changeable(id, people.current())
        .chain(() -> policies.put(id, policy))
        .replaceWith(policy);
  }
}
