package dev.liveartifacts.artifact.session;

import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Where somebody is signed in, for administrators, and how to end that. */
@Path("/api/admin/people/{personId}/sessions")
class PersonSessionsResource {
  private final CurrentPerson current;
  private final SessionStore store;

  PersonSessionsResource(CurrentPerson current, SessionStore store) {
    this.current = current;
    this.store = store;
  }

  @GET
  public Uni<List<SessionView>> list(@RestPath UUID personId) {
    onlyAdministrators();
    return store
        .of(personId)
        .map(all -> all.stream().map(one -> SessionView.of(one, null)).toList());
  }

  @DELETE
  public Uni<Void> endAll(@RestPath UUID personId, @Context RoutingContext context) {
    onlyAdministrators();
    Note.of(context).to(personId);
    return store.endAll(personId).replaceWithVoid();
  }

  private void onlyAdministrators() {
    if (!current.get().admin()) {
      throw Problems.notAllowed("Only an administrator may sign other people out.");
    }
  }
}
