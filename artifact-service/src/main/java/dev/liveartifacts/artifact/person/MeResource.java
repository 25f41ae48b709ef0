package dev.liveartifacts.artifact.person;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Who I am. */
@Path("/api")
class MeResource {
  private final CurrentPerson current;
  private final PersonConfig config;

  MeResource(CurrentPerson current, PersonConfig config) {
    this.current = current;
    this.config = config;
  }

  @GET
  @Path("/me")
  public Me me() {
    return Me.of(current.get(), config);
  }
}
