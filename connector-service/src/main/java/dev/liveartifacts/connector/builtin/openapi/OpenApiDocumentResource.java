package dev.liveartifacts.connector.builtin.openapi;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The document behind an OpenAPI connector. */
@Path("/api/connectors/{id}/document")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Built-in connectors")
public class OpenApiDocumentResource {
  private final Registry registry;
  private final ApiDocuments documents;
  private final OpenApiStore store;
  private final People people;

  public OpenApiDocumentResource(
      Registry registry, ApiDocuments documents, OpenApiStore store, People people) {
    this.registry = registry;
    this.documents = documents;
    this.store = store;
    this.people = people;
  }

  /** What is known of the document. */
  public record DocumentView(
      URI documentUrl, URI baseUrl, String title, int operations, Instant fetchedAt) {
    static DocumentView of(ApiSource source) {
      return new DocumentView(
          source.document(),
          source.base(),
          source.title(),
          source.operations().size(),
          source.fetchedAt());
    }
  }

  @GET
  @Operation(
      summary = "The document: its address, its title, since when; for those who may change it")
  public Uni<DocumentView> get(@RestPath UUID id) {
    return changeable(id, people.current()).map(DocumentView::of);
  }

  @POST
  @Path("/refresh")
  @Operation(summary = "Fetch the document again; requests go where they went before")
  public Uni<DocumentView> refresh(@RestPath UUID id) {
    Person person = people.current();
    return changeable(id, person)
        .chain(source -> documents.fetch(source.document(), source.base()))
        .call(newer -> registry.rebuild(id, person, reach -> store.replace(id, newer)))
        .map(DocumentView::of);
  }

  private Uni<ApiSource> changeable(UUID id, Person person) {
    return registry
        .changeable(id, person)
        .chain(reach -> store.find(id))
        .map(OpenApiDocumentResource::present);
  }

  private static ApiSource present(Optional<ApiSource> source) {
    return source.orElseThrow(
        () -> ProblemException.notFound("This connector has no OpenAPI document."));
  }
}
