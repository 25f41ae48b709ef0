package dev.liveartifacts.artifact.embed;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** In which sites an artifact may be shown, live, to who is signed in. */
@Path("/api/artifacts/{id}/embed")
class EmbedResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final EmbedStore store;
  private final Embedding embedding;
  private final Origins origins;

  EmbedResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      EmbedStore store,
      Embedding embedding,
      Origins origins) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
    this.embedding = embedding;
    this.origins = origins;
  }

  @GET
  public Uni<View> get(@RestPath UUID id) {
    return doorkeeper
        .let(current.get(), id, Action.SHARE)
        .flatMap(opened -> store.of(id))
        .map(this::view);
  }

  @PUT
  public Uni<View> put(@RestPath UUID id, @NotNull @Valid Wish wish) {
    Person person = current.get();
    List<String> chosen = Sites.of(wish.origins(), origins.app());
    return doorkeeper
        .let(person, id, Action.SHARE)
        .invoke(opened -> checkAllowed(chosen))
        .flatMap(opened -> store.put(id, chosen, person.id()))
        .map(done -> view(chosen));
  }

  private void checkAllowed(List<String> chosen) {
    chosen.stream()
        .filter(site -> !embedding.allowed().contains(site))
        .findFirst()
        .ifPresent(site -> {
          throw Problems.badRequest(
              "Your workspace does not allow %s yet. An administrator adds it to live.embed.origins."
                  .formatted(site));
        });
  }

  private View view(List<String> chosen) {
    return new View(embedding.both(chosen), embedding.allowed());
  }

  /**
   * @param allowed of which the owner can choose
   */
  record View(List<String> origins, List<String> allowed) {}

  /** The sites that the owner chooses; none ends it. */
  record Wish(@NotNull @Size(max = 20) List<@NotNull @Size(max = 300) String> origins) {}
}
