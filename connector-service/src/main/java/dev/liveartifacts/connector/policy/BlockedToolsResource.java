package dev.liveartifacts.connector.policy;

import dev.liveartifacts.connector.person.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Which reading tools nobody may use, for artifact-service alone: what it keeps of their answers is
 * not for reading any more, either.
 */
@Path("/blocked-tools")
@RolesAllowed(Roles.SERVICE)
public class BlockedToolsResource {
  private final PolicyCache policies;

  public BlockedToolsResource(PolicyCache policies) {
    this.policies = policies;
  }

  /** A connector's tool. */
  public record Named(@NotNull UUID connectorId, @NotNull @Size(max = 256) String tool) {}

  /** The tools that are asked about. */
  public record Asked(@NotNull @Size(max = 500) List<@NotNull @Valid Named> tools) {}

  /** Those of the named ones that are blocked. */
  @POST
  @Operation(hidden = true)
  public Uni<List<Named>> blocked(@NotNull @Valid Asked asked) {
    return Multi.createFrom()
        .iterable(asked.tools())
        .onItem()
        .transformToUniAndConcatenate(named ->
            policies
                .of(named.connectorId())
                .map(said -> isBlocked(said, named.tool()) ? List.of(named) : List.<Named>of()))
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(List::stream).toList());
  }

  /** What was kept is what a reading tool answered. */
  private static boolean isBlocked(Policies said, String tool) {
    return Permission.of(said, tool, Claim.READS, Claim.READS).policy() == Policy.BLOCK;
  }
}
