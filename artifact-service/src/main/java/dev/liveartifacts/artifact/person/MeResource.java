package dev.liveartifacts.artifact.person;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Who I am, and whom I can share with. */
@Path("/api")
class MeResource {
  private final CurrentPerson current;
  private final PersonStore people;
  private final PersonConfig config;

  MeResource(CurrentPerson current, PersonStore people, PersonConfig config) {
    this.current = current;
    this.people = people;
    this.config = config;
  }

  @GET
  @Path("/me")
  public Me me() {
    return Me.of(current.get(), config);
  }

  @GET
  @Path("/people")
  public Uni<List<PersonStore.Known>> people(
      @RestQuery @NotNull @Size(min = 2, max = 100) String query) {
    return people.find(query.strip());
  }
}
