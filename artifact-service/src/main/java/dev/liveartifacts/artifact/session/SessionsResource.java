package dev.liveartifacts.artifact.session;

import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Where I am signed in, and how to end that. */
@Path("/api/sessions")
class SessionsResource {
  private final CurrentPerson current;
  private final CurrentSession session;
  private final SessionStore store;

  SessionsResource(CurrentPerson current, CurrentSession session, SessionStore store) {
    this.current = current;
    this.session = session;
    this.store = store;
  }

  @GET
  public Uni<List<SessionView>> list() {
    UUID asking = session.id();
    return store
        .of(current.get().id())
        .map(all -> all.stream().map(one -> SessionView.of(one, asking)).toList());
  }

  @DELETE
  @Path("/{sessionId}")
  public Uni<Void> end(@RestPath UUID sessionId) {
    return store
        .end(current.get().id(), sessionId)
        .invoke(SessionsResource::oneOrNotFound)
        .replaceWithVoid();
  }

  /** Signs out everywhere, here too. */
  @DELETE
  public Uni<Void> endAll() {
    return store.endAll(current.get().id()).replaceWithVoid();
  }

  private static void oneOrNotFound(boolean ended) {
    if (!ended) {
      throw Problems.notFound("session");
    }
  }
}
