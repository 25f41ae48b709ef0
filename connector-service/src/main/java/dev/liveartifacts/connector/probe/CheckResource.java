package dev.liveartifacts.connector.probe;

import dev.liveartifacts.connector.mcp.McpTarget;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.register.Targets;
import dev.liveartifacts.connector.register.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries an endpoint before it becomes a connector. */
@Path("/api/connectors/check")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Connectors")
public class CheckResource {
  private final Look look;
  private final Terms terms;

  public CheckResource(Look look, Terms terms) {
    this.look = look;
    this.terms = terms;
  }

  @POST
  @Operation(summary = "See whether an MCP server answers, and what it offers")
  public Uni<EndpointFinding> check(@Valid @NotNull EndpointCheck check) {
    terms.signIn(check.signIn(), check.secret(), check.headerName());
    McpTarget target =
        new McpTarget(
            UUID.randomUUID(),
            1,
            terms.endpoint(check.endpoint()),
            Targets.credential(check.signIn(), check.secret(), check.headerName()));
    return look.at(target, check.signIn());
  }
}
