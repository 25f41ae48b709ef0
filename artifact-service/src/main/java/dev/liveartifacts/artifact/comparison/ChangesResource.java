package dev.liveartifacts.artifact.comparison;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Says what changed in an artifact's data, and by which fields its rows are told apart. */
@Path("/api/artifacts/{id}/changes")
class ChangesResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Marks marks;
  private final Comparisons comparisons;
  private final RowKeyStore keys;

  ChangesResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      Marks marks,
      Comparisons comparisons,
      RowKeyStore keys) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.marks = marks;
    this.comparisons = comparisons;
    this.keys = keys;
  }

  /**
   * @param from a snapshot; {@code seen} for what this person looked at the time before, {@code
   *     previous} for the one just before
   * @param to a snapshot; {@code newest} for the newest
   */
  @GET
  public Uni<Changes> changes(
      @RestPath UUID id,
      @RestQuery @DefaultValue("seen") String from,
      @RestQuery @DefaultValue("newest") String to) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> marks.to(id, person.id(), to))
        .flatMap(after ->
            marks
                .from(after, person.id(), from)
                .flatMap(before -> comparisons.between(before, after)));
  }

  /** For everybody who looks at the artifact; no fields: the key is found again. */
  @PUT
  @Path("/key")
  public Uni<Void> key(@RestPath UUID id, @NotNull @Valid Choice choice) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.EDIT)
        .flatMap(opened -> marks.source(id, person.id(), choice.connector(), choice.tool()))
        .map(found -> found.orElseThrow(() -> Problems.notFound("source in this artifact's data")))
        .flatMap(source -> keys.put(id, source, choice.key()));
  }

  /**
   * @param connector its name, as in the list of changes
   */
  record Choice(
      @NotBlank @Size(max = 200) String connector,
      @NotBlank @Size(max = 256) String tool,
      @NotNull @Size(max = 4) List<@NotBlank @Size(max = 256) String> key) {}
}
