package dev.liveartifacts.artifact.apitoken;

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

/** Somebody's tokens for programs, for administrators, and how to end them. */
@Path("/api/admin/people/{personId}/tokens")
class PersonTokensResource {
  private final CurrentPerson current;
  private final ApiTokenStore store;

  PersonTokensResource(CurrentPerson current, ApiTokenStore store) {
    this.current = current;
    this.store = store;
  }

  @GET
  public Uni<List<ApiToken>> list(@RestPath UUID personId) {
    onlyAdministrators();
    return store.of(personId);
  }

  @DELETE
  public Uni<Void> revokeAll(@RestPath UUID personId, @Context RoutingContext context) {
    onlyAdministrators();
    Note.of(context).to(personId);
    return store.endAll(personId).replaceWithVoid();
  }

  private void onlyAdministrators() {
    if (!current.get().admin()) {
      throw Problems.notAllowed("Only an administrator may revoke other people's tokens.");
    }
  }
}
