package dev.liveartifacts.artifact.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.authoring.journal.DescriptionStore;
import dev.liveartifacts.artifact.authoring.page.Trial;
import dev.liveartifacts.artifact.authoring.work.Reply;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Pages that are made, or changed, from words. Each is its author's alone. */
@Path("/api/descriptions")
class DescriptionsResource {
  private static final String OVER = "Nobody is working on this any more.";

  private final CurrentPerson current;
  private final Descriptions descriptions;
  private final DescriptionStore store;
  private final Acceptance acceptance;
  private final ObjectMapper json;

  DescriptionsResource(
      CurrentPerson current,
      Descriptions descriptions,
      DescriptionStore store,
      Acceptance acceptance,
      ObjectMapper json) {
    this.current = current;
    this.descriptions = descriptions;
    this.store = store;
    this.acceptance = acceptance;
    this.json = json;
  }

  /** Whether Claude can be asked for a page right now. */
  @GET
  public Uni<Descriptions.Readiness> readiness() {
    return descriptions.readiness(current.get());
  }

  @POST
  @ResponseStatus(201)
  public Uni<Begun> begin(@NotNull @Valid NewDescription wanted) {
    Person person = current.get();
    return descriptions.begin(person, current.accessToken(), wanted).map(Begun::new);
  }

  /** What the browser that shows the page has seen of it. */
  @POST
  @Path("/{id}/verification")
  public Uni<Void> verify(@RestPath UUID id, @NotNull @Valid Trial trial) {
    return store
        .verify(id, current.get().id(), text(trial))
        .invoke(DescriptionsResource::heard)
        .replaceWithVoid();
  }

  /** What the person says to a question of Claude. */
  @POST
  @Path("/{id}/answers")
  public Uni<Void> answer(@RestPath UUID id, @NotNull @Valid Reply reply) {
    return store
        .answer(id, current.get().id(), text(reply))
        .invoke(DescriptionsResource::heard)
        .replaceWithVoid();
  }

  @DELETE
  @Path("/{id}")
  public Uni<Void> cancel(@RestPath UUID id) {
    return store
        .cancel(id, current.get().id())
        .invoke(DescriptionsResource::found)
        .replaceWithVoid();
  }

  /** Saves the page. It is given no tool by that: its owner grants them, or not. */
  @POST
  @Path("/{id}/accept")
  public Uni<Acceptance.Saved> accept(@RestPath UUID id, @Valid @Nullable Wish wish) {
    Person person = current.get();
    return acceptance.save(
        id,
        person,
        current.accessToken(),
        wish == null ? null : wish.title(),
        wish != null && wish.overwrite());
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void heard(boolean working) {
    if (!working) {
      throw Problems.conflict("description-over", OVER);
    }
  }

  private static void found(boolean found) {
    if (!found) {
      throw Problems.notFound("description");
    }
  }

  /** A wish that is being worked on. */
  record Begun(UUID id) {}

  /**
   * How to save it.
   *
   * @param title null for what Claude called it
   * @param overwrite true to save it although the artifact has a newer version meanwhile
   */
  record Wish(@Size(max = 200) @Nullable String title, boolean overwrite) {}
}
