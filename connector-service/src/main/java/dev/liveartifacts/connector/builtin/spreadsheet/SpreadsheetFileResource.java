package dev.liveartifacts.connector.builtin.spreadsheet;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The file behind a spreadsheet connector. */
@Path("/api/connectors/{id}/file")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Built-in connectors")
public class SpreadsheetFileResource {
  private final Registry registry;
  private final SpreadsheetStore store;
  private final Workbooks workbooks;
  private final People people;

  public SpreadsheetFileResource(
      Registry registry, SpreadsheetStore store, Workbooks workbooks, People people) {
    this.registry = registry;
    this.store = store;
    this.workbooks = workbooks;
    this.people = people;
  }

  @GET
  @Operation(summary = "The spreadsheet's file: its name, its version, since when")
  public Uni<StoredFile> get(@RestPath UUID id) {
    return registry
        .get(id, people.current())
        .chain(reach -> store.find(id))
        .map(SpreadsheetFileResource::present);
  }

  @PUT
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Replace the spreadsheet's file; nothing of the old one is served after")
  public Uni<StoredFile> replace(@RestPath UUID id, @RestForm @Nullable FileUpload file) {
    Person person = people.current();
    String fileName = Uploads.fileName(file);
    return get(id)
        .invoke(SpreadsheetFileResource::requireUploaded)
        .chain(() -> workbooks.uploaded(fileName, Uploads.path(file)))
        .onFailure(BadSpreadsheet.class)
        .transform(e -> ProblemException.invalid(((BadSpreadsheet) e).sentence()))
        .chain(read -> registry.rebuild(id, person, reach -> store.replace(id, read)))
        .chain(() -> store.find(id))
        .map(SpreadsheetFileResource::present);
  }

  private static void requireUploaded(StoredFile file) {
    if (file.address() != null) {
      throw ProblemException.conflict(
          "This spreadsheet is read from its address, so it has no file to replace.");
    }
  }

  private static StoredFile present(Optional<StoredFile> file) {
    return file.orElseThrow(() -> ProblemException.notFound("This connector is no spreadsheet."));
  }
}
