package dev.liveartifacts.artifact.confirmation;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The tools that write and that this person lets this artifact use without being asked each time.
 * Given in the host's own dialog, never by the page; each person gives their own and takes it back.
 */
@Path("/api/artifacts/{id}/confirmations")
class ConfirmationsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final ConfirmationStore store;

  ConfirmationsResource(CurrentPerson current, Doorkeeper doorkeeper, ConfirmationStore store) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
  }

  @GET
  public Uni<List<ConfirmationStore.Confirmation>> list(@RestPath UUID id) {
    Person person = current.get();
    return doorkeeper.let(person, id, Action.OPEN).flatMap(opened -> store.list(id, person.id()));
  }

  @PUT
  public Uni<List<ConfirmationStore.Confirmation>> put(
      @RestPath UUID id, @NotNull @Valid Wish wish) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .map(opened -> granted(opened, wish.name()))
        .flatMap(tool -> store.put(id, person.id(), tool))
        .flatMap(kept -> store.list(id, person.id()));
  }

  /** Takes back one, or all of them if no name is given. */
  @DELETE
  public Uni<Void> delete(@RestPath UUID id, @Valid @Nullable Wish wish) {
    Person person = current.get();
    String name = wish == null ? null : wish.name();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> store.remove(id, person.id(), name));
  }

  private static AllowedTool granted(Opened opened, String name) {
    return opened.facts().tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problems.conflict(
                "not-granted", "The owner has not approved '" + name + "' for this artifact."));
  }

  /**
   * @param name what the page calls the tool
   */
  record Wish(@NotBlank @Size(max = 256) String name) {}
}
