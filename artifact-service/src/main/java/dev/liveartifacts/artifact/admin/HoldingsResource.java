package dev.liveartifacts.artifact.admin;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which artifacts there are, and whose, for administrators, who may not open them for that. */
@Path("/api/admin/artifacts")
class HoldingsResource {
  private final CurrentPerson current;
  private final HoldingStore store;

  HoldingsResource(CurrentPerson current, HoldingStore store) {
    this.current = current;
    this.store = store;
  }

  @GET
  public Uni<Part<HoldingStore.Holding>> list(
      @RestQuery @DefaultValue("") @Size(max = 200) String query,
      @RestQuery @Nullable UUID owner,
      @RestQuery @Nullable UUID after,
      @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit) {
    Access.check(current.get().workspace(), WorkspaceAction.ADMINISTER);
    return store
        .list(query.strip().replace("\0", ""), owner, after, limit + 1)
        .map(found -> Part.of(found, limit, HoldingStore.Holding::id));
  }
}
