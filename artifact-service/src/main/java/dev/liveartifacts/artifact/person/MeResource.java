package dev.liveartifacts.artifact.person;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

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
    Person person = current.get();
    return new Me(
        person.id(),
        person.subject(),
        person.name(),
        person.email(),
        person.admin(),
        config.workspace());
  }

  @GET
  @Path("/people")
  public Uni<List<PersonStore.Known>> people(
      @RestQuery @NotNull @Size(min = 2, max = 100) String query) {
    return people.find(query.strip());
  }

  /**
   * @param subject the person's id at the sign-in server, by which the other services know them
   */
  record Me(
      UUID id,
      String subject,
      String name,
      @Nullable String email,
      boolean admin,
      String workspace) {}
}
