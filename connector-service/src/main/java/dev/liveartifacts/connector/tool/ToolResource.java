package dev.liveartifacts.connector.tool;

import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.policy.Policy;
import dev.liveartifacts.connector.policy.PolicyCache;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.register.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a connector offers, and what each of its tools may do. */
@Path("/api/connectors/{id}/tools")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Connectors")
public class ToolResource {
  private final Registry registry;
  private final ToolBox tools;
  private final ToolUseStore uses;
  private final PolicyCache policies;
  private final People people;

  public ToolResource(
      Registry registry, ToolBox tools, ToolUseStore uses, PolicyCache policies, People people) {
    this.registry = registry;
    this.tools = tools;
    this.uses = uses;
    this.policies = policies;
    this.people = people;
  }

  /** A tool's own policy; null leaves it to the connector's. */
  public record OwnPolicy(@Nullable Policy policy) {}

  @GET
  @Operation(summary = "The connector's tools; asked for at the server with refresh=true")
  public Uni<List<ToolView>> list(@RestPath UUID id, @RestQuery boolean refresh) {
    return registry
        .get(id, people.current())
        .chain(reach -> refresh ? tools.refreshed(reach) : tools.of(reach))
        .chain(list -> views(id, list));
  }

  @PUT
  @Path("/{name:.+}/policy")
  @Operation(summary = "Allow a tool, block it, or have people confirm it")
  public Uni<ToolView> policy(@RestPath UUID id, @RestPath String name, @NotNull OwnPolicy own) {
    return registry
        .changeable(id, people.current())
        .chain(reach -> existing(reach, name))
        .chain(list -> policies.put(id, name, own.policy()).chain(() -> view(id, list, name)));
  }

  @POST
  @Path("/{name:.+}/seen")
  @Operation(summary = "Take note of how a tool changed; it is known as it is from now on")
  public Uni<ToolView> seen(@RestPath UUID id, @RestPath String name) {
    return registry
        .changeable(id, people.current())
        .chain(
            reach -> existing(reach, name).chain(list -> tools.seen(reach, list, tool(list, name))))
        .chain(list -> view(id, list, name));
  }

  private Uni<ToolList> existing(Reach reach, String name) {
    return tools.containing(reach, name).invoke(list -> tool(list, name));
  }

  private static Tool tool(ToolList list, String name) {
    return list.find(name)
        .orElseThrow(() -> ProblemException.notFound("The connector has no such tool."));
  }

  private Uni<ToolView> view(UUID id, ToolList list, String name) {
    return policies
        .of(id)
        .chain(said -> uses.of(id).map(used -> ToolView.of(list, said, used, tool(list, name))));
  }

  private Uni<List<ToolView>> views(UUID id, ToolList list) {
    return policies.of(id).chain(said -> uses.of(id).map(used -> ToolView.of(list, said, used)));
  }
}
