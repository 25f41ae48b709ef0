package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.html.PageBytes;
import dev.liveartifacts.artifact.mapping.Choice;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Makes artifacts, and shows, renames and deletes them. */
@Path("/api/artifacts")
class ArtifactsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final ArtifactMaker maker;
  private final ArtifactStore store;
  private final ArtifactViewStore views;

  ArtifactsResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      ArtifactMaker maker,
      ArtifactStore store,
      ArtifactViewStore views) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.maker = maker;
    this.store = store;
    this.views = views;
  }

  @POST
  public Uni<RestResponse<Artifact>> create(@NotNull @Valid NewArtifact wanted) {
    return maker
        .make(
            current.get(),
            current.accessToken(),
            wanted.title(),
            wanted.description(),
            wanted.html(),
            Objects.requireNonNullElse(wanted.mapping(), List.of()))
        .map(ArtifactsResource::created);
  }

  /** A page as a file, in whatever encoding it has. */
  @POST
  @Consumes(MediaType.TEXT_HTML)
  public Uni<RestResponse<Artifact>> createFromFile(
      @RestQuery @Size(max = 200) @Nullable String title, byte[] page) {
    return maker
        .make(current.get(), current.accessToken(), title, null, PageBytes.read(page), List.of())
        .map(ArtifactsResource::created);
  }

  @GET
  @Path("/{id}")
  public Uni<Artifact> get(@RestPath UUID id) {
    return doorkeeper
        .let(current.get(), id, Action.OPEN)
        .flatMap(opened -> views.view(id, opened.role()));
  }

  @PATCH
  @Path("/{id}")
  public Uni<Artifact> change(@RestPath UUID id, @NotNull @Valid Description wanted) {
    return doorkeeper
        .let(current.get(), id, Action.EDIT)
        .call(opened -> store.describe(id, wanted.title(), wanted.description()))
        .flatMap(opened -> views.view(id, opened.role()));
  }

  @DELETE
  @Path("/{id}")
  public Uni<Void> delete(@RestPath UUID id) {
    return doorkeeper.let(current.get(), id, Action.DELETE).flatMap(opened -> maker.unmake(id));
  }

  private static RestResponse<Artifact> created(Artifact artifact) {
    return RestResponse.ResponseBuilder.<Artifact>created(
            URI.create("/api/artifacts/" + artifact.id()))
        .entity(artifact)
        .build();
  }

  /**
   * What is needed to make an artifact; the page fills in what is not said.
   *
   * @param mapping which connectors the page means; what is not said is guessed
   */
  record NewArtifact(
      @Size(max = 200) @Nullable String title,
      @Size(max = 2_000) @Nullable String description,
      @NotNull String html,
      @Size(max = 500) @Nullable List<@NotNull @Valid Choice> mapping) {}

  /** What can be changed without a new version. */
  record Description(
      @Size(max = 200) @Nullable String title, @Size(max = 2_000) @Nullable String description) {}
}
