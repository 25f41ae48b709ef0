package dev.liveartifacts.connector.tool;

import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.register.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a connector offers. */
@Path("/api/connectors/{id}/tools")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Connectors")
public class ToolResource {
  private final Registry registry;
  private final ToolBox tools;
  private final People people;

  public ToolResource(Registry registry, ToolBox tools, People people) {
    this.registry = registry;
    this.tools = tools;
    this.people = people;
  }

  @GET
  @Operation(summary = "The connector's tools; asked for at the server with refresh=true")
  public Uni<List<Tool>> list(@RestPath UUID id, @RestQuery boolean refresh) {
    return registry
        .get(id, people.current())
        .chain(reach -> refresh ? tools.refreshed(reach) : tools.of(reach))
        .map(ToolList::tools);
  }
}
