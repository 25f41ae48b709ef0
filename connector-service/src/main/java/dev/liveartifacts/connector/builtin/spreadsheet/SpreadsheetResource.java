package dev.liveartifacts.connector.builtin.spreadsheet;

import dev.liveartifacts.connector.builtin.BuiltInEndpoint;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.BuiltInTerms;
import dev.liveartifacts.connector.register.ConnectorView;
import dev.liveartifacts.connector.register.Registry;
import dev.liveartifacts.connector.register.Scope;
import dev.liveartifacts.connector.register.SignIn;
import dev.liveartifacts.connector.register.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Makes connectors of spreadsheets. */
@Path("/api/connectors/spreadsheets")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Built-in connectors")
public class SpreadsheetResource {
  private final Registry registry;
  private final SpreadsheetStore store;
  private final Workbooks workbooks;
  private final FetchedFiles fetched;
  private final Terms terms;
  private final People people;

  public SpreadsheetResource(
      Registry registry,
      SpreadsheetStore store,
      Workbooks workbooks,
      FetchedFiles fetched,
      Terms terms,
      People people) {
    this.fetched = fetched;
    this.terms = terms;
    this.registry = registry;
    this.store = store;
    this.workbooks = workbooks;
    this.people = people;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @ResponseStatus(201)
  @Operation(summary = "Make a connector of a CSV or XLSX file")
  public Uni<ConnectorView> upload(
      @RestForm @Nullable String name,
      @RestForm @Nullable String scope,
      @RestForm @Nullable FileUpload file) {
    Person person = people.current();
    Scope wanted = Uploads.scope(scope);
    Registry.requireMayAdd(wanted, person);
    String fileName = Uploads.fileName(file);
    return workbooks
        .uploaded(fileName, Uploads.path(file))
        .chain(read -> added(Uploads.name(name, fileName), wanted, read, person))
        .onFailure(BadSpreadsheet.class)
        .transform(e -> ProblemException.invalid(((BadSpreadsheet) e).sentence()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(summary = "Make a connector of a CSV file at an address, which is read when asked")
  public Uni<ConnectorView> address(@Valid @NotNull NewAddress wanted) {
    Person person = people.current();
    Registry.requireMayAdd(wanted.scope(), person);
    return fetched
        .first(terms.endpoint(wanted.url()))
        .chain(file -> added(wanted.name(), wanted.scope(), file, person))
        .onFailure(BadSpreadsheet.class)
        .transform(e -> ProblemException.invalid(((BadSpreadsheet) e).sentence()))
        .onFailure(WebFailure.class)
        .transform(e -> ProblemException.invalid("The address " + ((WebFailure) e).reason() + "."))
        .onFailure(McpException.class)
        .transform(e ->
            ProblemException.invalid(FailureWords.of("The address", ((McpException) e).failure())));
  }

  private Uni<ConnectorView> added(String name, Scope scope, SpreadsheetFile file, Person person) {
    BuiltInTerms terms =
        new BuiltInTerms(
            name,
            scope,
            SignIn.NONE,
            null,
            null,
            id -> new BuiltInEndpoint(SpreadsheetTools.KIND, id).uri(),
            id -> store.add(id, file));
    return registry.add(terms, person).map(reach -> ConnectorView.of(reach, person.id()));
  }
}
