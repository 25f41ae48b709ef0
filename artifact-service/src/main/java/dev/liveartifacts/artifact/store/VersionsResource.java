package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The versions of an artifact. */
@Path("/api/artifacts/{id}/versions")
class VersionsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final ArtifactMaker maker;
  private final ArtifactStore store;
  private final VersionStore versions;

  VersionsResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      ArtifactMaker maker,
      ArtifactStore store,
      VersionStore versions) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.maker = maker;
    this.store = store;
    this.versions = versions;
  }

  @GET
  public Uni<List<VersionStore.Version>> list(@RestPath UUID id) {
    return doorkeeper.let(current.get(), id, Action.OPEN).flatMap(opened -> versions.list(id));
  }

  /**
   * The page's text as it was saved, for export and comparison; as JSON, so that no browser runs
   * it.
   */
  @GET
  @Path("/{number}")
  public Uni<Source> source(@RestPath UUID id, @RestPath int number) {
    return doorkeeper
        .let(current.get(), id, Action.OPEN)
        .flatMap(opened -> versions.text(id, number))
        .map(text -> text.orElseThrow(() -> Problems.notFound("version")))
        .map(html -> new Source(number, html));
  }

  /** The same as plain text, which no browser runs either. */
  @GET
  @Path("/{number}/html")
  @Produces("text/plain; charset=utf-8")
  public Uni<String> text(@RestPath UUID id, @RestPath int number) {
    return source(id, number).map(Source::html);
  }

  @POST
  @ResponseStatus(201)
  public Uni<Added> add(@RestPath UUID id, @NotNull @Valid NewVersion wanted) {
    Person person = current.get();
    String token = current.accessToken();
    return doorkeeper
        .let(person, id, Action.EDIT)
        .flatMap(opened ->
            maker.makeVersion(id, person, token, wanted.summaryOrDefault(), wanted.html()))
        .map(Added::new);
  }

  @POST
  @Path("/{number}/restore")
  @ResponseStatus(201)
  public Uni<Added> restore(@RestPath UUID id, @RestPath int number) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.EDIT)
        .flatMap(opened -> store.restore(id, person.id(), number))
        .map(Added::new);
  }

  /**
   * @param summary what is new, in a sentence
   */
  record NewVersion(@NotNull String html, @Size(max = 500) @Nullable String summary) {
    String summaryOrDefault() {
      return summary == null || summary.isBlank() ? "Changed" : summary.strip().replace("\0", "");
    }
  }

  /** The number of the version that was added. */
  record Added(int version) {}

  /** The text of one version. */
  record Source(int number, String html) {}
}
