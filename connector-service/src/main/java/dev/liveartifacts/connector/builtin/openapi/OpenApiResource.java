package dev.liveartifacts.connector.builtin.openapi;

import dev.liveartifacts.connector.builtin.BuiltInEndpoint;
import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.BuiltInTerms;
import dev.liveartifacts.connector.register.ConnectorView;
import dev.liveartifacts.connector.register.Registry;
import dev.liveartifacts.connector.register.SignIn;
import dev.liveartifacts.connector.register.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Makes connectors of services with an OpenAPI document. */
@Path("/api/connectors/openapi")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Built-in connectors")
public class OpenApiResource {
  private final Registry registry;
  private final ApiDocuments documents;
  private final OpenApiStore store;
  private final Terms terms;
  private final People people;

  public OpenApiResource(
      Registry registry, ApiDocuments documents, OpenApiStore store, Terms terms, People people) {
    this.registry = registry;
    this.documents = documents;
    this.store = store;
    this.terms = terms;
    this.people = people;
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Make a connector of an OpenAPI document: its operations become tools")
  public Uni<ConnectorView> add(@Valid @NotNull NewApi wanted) {
    Person person = people.current();
    Registry.requireMayAdd(wanted.scope(), person);
    if (wanted.signIn() == SignIn.OAUTH) {
      throw ProblemException.invalid(
          "A service by its OpenAPI document is signed in to with a token or a key.");
    }
    terms.signIn(wanted.signIn(), wanted.secret(), wanted.headerName());
    return documents
        .fetch(terms.endpoint(wanted.documentUrl()), base(wanted.baseUrl()))
        .chain(source -> registry.add(terms(wanted, source), person))
        .map(reach -> ConnectorView.of(reach, person.id()));
  }

  private @Nullable URI base(@Nullable String text) {
    return text == null || text.isBlank() ? null : terms.endpoint(text);
  }

  private BuiltInTerms terms(NewApi wanted, ApiSource source) {
    return new BuiltInTerms(
        wanted.name(),
        wanted.scope(),
        wanted.signIn(),
        wanted.signIn() == SignIn.NONE ? null : wanted.secret(),
        wanted.headerName(),
        id -> new BuiltInEndpoint(OpenApiTools.KIND, id).uri(),
        id -> store.add(id, source));
  }
}
