package dev.liveartifacts.connector.builtin.sql;

import dev.liveartifacts.connector.builtin.BuiltInEndpoint;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.EgressRefused;
import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.BuiltInTerms;
import dev.liveartifacts.connector.register.ConnectorView;
import dev.liveartifacts.connector.register.Registry;
import dev.liveartifacts.connector.register.SignIn;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Makes connectors of PostgreSQL databases. */
@Path("/api/connectors/sql")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Built-in connectors")
public class SqlResource {
  private final Registry registry;
  private final SqlStore store;
  private final RoleCheck roles;
  private final EgressGuard guard;
  private final People people;

  public SqlResource(
      Registry registry, SqlStore store, RoleCheck roles, EgressGuard guard, People people) {
    this.registry = registry;
    this.store = store;
    this.roles = roles;
    this.guard = guard;
    this.people = people;
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Make a connector of a database; its role is looked at first")
  public Uni<ConnectorView> add(@Valid @NotNull NewSource wanted) {
    Person person = people.current();
    Registry.requireMayAdd(wanted.scope(), person);
    Source source = checked(wanted.source());
    return roles
        .of(source, wanted.password())
        .chain(found -> registry.add(terms(wanted, found), person))
        .map(reach -> ConnectorView.of(reach, person.id()));
  }

  private Source checked(Source source) {
    try {
      guard.checkText(Databases.address(source));
      source.requireGood();
      return source;
    } catch (BadSql e) {
      throw ProblemException.invalid(e.sentence());
    } catch (EgressRefused e) {
      throw ProblemException.invalid(e.reason());
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("The host is not a host name.");
    }
  }

  private BuiltInTerms terms(NewSource wanted, Source source) {
    return new BuiltInTerms(
        wanted.name(),
        wanted.scope(),
        SignIn.BEARER,
        wanted.password(),
        null,
        id -> new BuiltInEndpoint(SqlTools.KIND, id).uri(),
        id -> store.add(id, source));
  }
}
