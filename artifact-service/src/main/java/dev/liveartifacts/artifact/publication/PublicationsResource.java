package dev.liveartifacts.artifact.publication;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The public links of an artifact, for its owner. */
@Path("/api/artifacts/{id}/publications")
class PublicationsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Publishing publishing;
  private final PublicationStore store;
  private final Terms terms;
  private final Origins origins;

  PublicationsResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      Publishing publishing,
      PublicationStore store,
      Terms terms,
      Origins origins) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.publishing = publishing;
    this.store = store;
    this.terms = terms;
    this.origins = origins;
  }

  @GET
  public Uni<List<Publication>> list(@RestPath UUID id) {
    return owner(id).flatMap(opened -> store.of(id));
  }

  /** The answer is the only one that says the link. */
  @POST
  @ResponseStatus(201)
  public Uni<Link> publish(@RestPath UUID id, @NotNull @Valid Wish wish) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.SHARE)
        .flatMap(opened -> publishing.publish(opened.facts(), person, wish))
        .map(published -> link(published.id(), published.token()));
  }

  @PATCH
  @Path("/{publicationId}")
  public Uni<Publication> change(
      @RestPath UUID id, @RestPath UUID publicationId, @NotNull @Valid Amendment wish) {
    return owner(id)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(opened -> change(wish))
        .flatMap(change -> store.change(id, publicationId, change))
        .invoke(PublicationsResource::one)
        .flatMap(done -> store.find(id, publicationId))
        .map(found -> found.orElseThrow(() -> Problems.notFound("public link")));
  }

  /** Another link for the same copy; the one before leads nowhere at once. */
  @POST
  @Path("/{publicationId}/link")
  public Uni<Link> readdress(@RestPath UUID id, @RestPath UUID publicationId) {
    Secret token = Secret.random();
    terms.checkAllowed();
    return owner(id)
        .flatMap(
            opened -> store.readdress(id, publicationId, token.sha256(), Secret.random().sha256()))
        .invoke(PublicationsResource::one)
        .map(done -> link(publicationId, token));
  }

  /** Takes effect at once; the copy is gone. */
  @DELETE
  @Path("/{publicationId}")
  public Uni<Void> revoke(@RestPath UUID id, @RestPath UUID publicationId) {
    return owner(id)
        .flatMap(opened -> store.revoke(id, publicationId))
        .invoke(PublicationsResource::one)
        .replaceWithVoid();
  }

  private Uni<Opened> owner(UUID id) {
    return doorkeeper.let(current.get(), id, Action.SHARE);
  }

  private Link link(UUID id, Secret token) {
    return new Link(id, origins.app() + "/s/" + token.text());
  }

  private static void one(boolean found) {
    if (!found) {
      throw Problems.notFound("public link");
    }
  }

  private PublicationStore.Change change(Amendment wish) {
    String password = wish.password();
    boolean newEnd = wish.expiresAt() != null || wish.noEnd();
    return new PublicationStore.Change(
        wish.title() == null || wish.title().isBlank() ? null : wish.title().strip(),
        newEnd,
        newEnd ? terms.end(wish.expiresAt()) : null,
        password != null || wish.noPassword(),
        password == null ? null : Passwords.kept(password),
        Secret.random().sha256(),
        wish.origins() == null ? null : terms.sites(wish.origins()));
  }

  /** Where a copy is from now on. */
  record Link(UUID id, String url) {}

  /**
   * What is to change of a link; what is null or false stays as it is.
   *
   * @param noPassword true: visitors are asked for none any more
   * @param noEnd true: it works until it is taken back
   */
  record Amendment(
      @Nullable @Size(max = 200) String title,
      @Nullable @Size(min = 8, max = 200) String password,
      boolean noPassword,
      @Nullable Instant expiresAt,
      boolean noEnd,
      @Nullable @Size(max = 20) List<@NotNull @Size(max = 300) String> origins) {}
}
