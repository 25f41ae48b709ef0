package dev.liveartifacts.artifact.preference;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Each person's own settings for an artifact. */
@Path("/api/artifacts/{id}/preferences")
class PreferencesResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final PreferenceStore store;

  PreferencesResource(CurrentPerson current, Doorkeeper doorkeeper, PreferenceStore store) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
  }

  @GET
  public Uni<Preferences> read(@RestPath UUID id) {
    Person person = current.get();
    return doorkeeper.let(person, id, Action.OPEN).flatMap(opened -> store.read(id, person.id()));
  }

  @PUT
  public Uni<Preferences> write(@RestPath UUID id, @NotNull @Valid Preferences preferences) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> store.write(id, person.id(), preferences))
        .replaceWith(preferences);
  }
}
