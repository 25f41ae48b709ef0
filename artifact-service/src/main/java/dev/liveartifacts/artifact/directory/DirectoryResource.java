package dev.liveartifacts.artifact.directory;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.throttle.ThrottleConfig;
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
  private final Throttle throttle;
  private final ThrottleConfig often;

  DirectoryResource(
      CurrentPerson current, DirectoryStore store, Throttle throttle, ThrottleConfig often) {
    this.current = current;
    this.store = store;
    this.throttle = throttle;
    this.often = often;
  }

  @GET
  @Path("/people")
  public Uni<List<DirectoryStore.Known>> people(
      @RestQuery @NotNull @Size(min = 2, max = 100) String query) {
    return searched().flatMap(may -> store.people(text(query)));
  }

  @GET
  @Path("/groups")
  public Uni<List<DirectoryStore.Group>> groups(
      @RestQuery @DefaultValue("") @Size(max = 200) String query) {
    return searched().flatMap(may -> store.groups(text(query)));
  }

  private Uni<Void> searched() {
    Person person = current.get();
    Access.check(person.workspace(), WorkspaceAction.SEARCH);
    return throttle.check(
        "people-search",
        often.peopleSearch(),
        person.id().toString(),
        "You have looked for many people in a short time.");
  }

  private static String text(String query) {
    return query.strip().replace("\0", "");
  }
}
