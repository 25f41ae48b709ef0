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

/** Who has been here, for administrators. */
@Path("/api/admin")
class PeopleResource {
  private final CurrentPerson current;
  private final PeopleStore store;

  PeopleResource(CurrentPerson current, PeopleStore store) {
    this.current = current;
    this.store = store;
  }

  @GET
  @Path("/people")
  public Uni<Part<PeopleStore.Someone>> people(
      @RestQuery @DefaultValue("") @Size(max = 200) String query,
      @RestQuery @Nullable UUID after,
      @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit) {
    Access.check(current.get().workspace(), WorkspaceAction.ADMINISTER);
    return store
        .people(text(query), after, limit + 1)
        .map(found -> Part.of(found, limit, PeopleStore.Someone::id));
  }

  @GET
  @Path("/groups")
  public Uni<Part<PeopleStore.Group>> groups(
      @RestQuery @DefaultValue("") @Size(max = 200) String query,
      @RestQuery @Size(max = 200) @Nullable String after,
      @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit) {
    Access.check(current.get().workspace(), WorkspaceAction.ADMINISTER);
    return store
        .groups(text(query), after == null ? null : text(after), limit + 1)
        .map(found -> Part.of(found, limit, PeopleStore.Group::name));
  }

  private static String text(String query) {
    return query.strip().replace("\0", "");
  }
}
