package dev.liveartifacts.artifact.directory;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Whom one can share with. For who belongs to the workspace; a guest finds nobody here. */
@Path("/api")
class DirectoryResource {
  private final CurrentPerson current;
  private final DirectoryStore store;

  DirectoryResource(CurrentPerson current, DirectoryStore store) {
    this.current = current;
    this.store = store;
  }

  @GET
  @Path("/people")
  public Uni<List<DirectoryStore.Known>> people(
      @RestQuery @NotNull @Size(min = 2, max = 100) String query) {
    Access.check(current.get().workspace(), WorkspaceAction.SEARCH);
    return store.people(text(query));
  }

  @GET
  @Path("/groups")
  public Uni<List<DirectoryStore.Group>> groups(
      @RestQuery @DefaultValue("") @Size(max = 200) String query) {
    Access.check(current.get().workspace(), WorkspaceAction.SEARCH);
    return store.groups(text(query));
  }

  private static String text(String query) {
    return query.strip().replace("\0", "");
  }
}
