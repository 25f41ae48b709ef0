package dev.liveartifacts.connector.builtin.sql;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What pages may ask of a database connector. */
@Path("/api/connectors/{id}/queries")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Built-in connectors")
public class SqlSourceResource {
  private final Registry registry;
  private final SqlStore store;
  private final People people;

  public SqlSourceResource(Registry registry, SqlStore store, People people) {
    this.registry = registry;
    this.store = store;
    this.people = people;
  }

  /** What pages may ask from now on. */
  public record Queries(
      @NotNull Mode mode, @NotNull @Size(max = 100) List<@Valid @NotNull NamedQuery> queries) {}

  @GET
  @Operation(summary = "The database and what pages may ask of it; for those who may change it")
  public Uni<Source> get(@RestPath UUID id) {
    return registry
        .changeable(id, people.current())
        .chain(reach -> store.find(id))
        .map(SqlSourceResource::present);
  }

  @PUT
  @Operation(summary = "Change what pages may ask; nothing that was cached before is served after")
  public Uni<Source> change(@RestPath UUID id, @Valid @NotNull Queries queries) {
    Person person = people.current();
    return get(id)
        .map(source -> checked(source.asking(queries.mode(), queries.queries())))
        .call(
            changed -> registry.rebuild(id, people.current(), reach -> store.replace(id, changed)));
  }

  private static Source checked(Source source) {
    try {
      source.requireGood();
      return source;
    } catch (BadSql e) {
      throw ProblemException.invalid(e.sentence());
    }
  }

  private static Source present(Optional<Source> source) {
    return source.orElseThrow(() -> ProblemException.notFound("This connector is no database."));
  }
}
