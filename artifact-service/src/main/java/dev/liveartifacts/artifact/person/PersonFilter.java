package dev.liveartifacts.artifact.person;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Remembers everyone who uses the API, so that others can share with them by name. A program with a
 * token of ours brings no news of its person.
 */
class PersonFilter {
  private final CurrentPerson current;
  private final PersonStore people;

  PersonFilter(CurrentPerson current, PersonStore people) {
    this.current = current;
    this.people = people;
  }

  @ServerRequestFilter
  Uni<Void> remember(ContainerRequestContext request) {
    return request.getUriInfo().getPath().startsWith("/api/") && !current.spokenFor()
        ? people.seen(current.get())
        : Uni.createFrom().voidItem();
  }
}
