package dev.liveartifacts.connector.delegation;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Connector;
import dev.liveartifacts.connector.register.ConnectorStore;
import dev.liveartifacts.connector.register.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What an artifact may call in its owner's name while the owner is away. */
@Path("/delegations")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Delegations")
public class DelegationResource {
  private final DelegationStore store;
  private final Offer offer;
  private final ConnectorStore register;
  private final People people;

  public DelegationResource(
      DelegationStore store, Offer offer, ConnectorStore register, People people) {
    this.store = store;
    this.offer = offer;
    this.register = register;
    this.people = people;
  }

  /** What a delegation is known by. */
  public record Given(UUID delegationId) {}

  /** One's own, with what they allow. */
  @GET
  @Operation(summary = "The delegations that one has given")
  public Uni<List<DelegationView>> list() {
    Person owner = people.current();
    return Uni.combine()
        .all()
        .unis(store.of(owner), names(owner))
        .with((all, names) -> all.stream().map(one -> DelegationView.of(one, names)).toList());
  }

  @PUT
  @Path("/{artifactId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Delegate exactly these calls; replaces what was delegated before")
  @RequestBody(content = @Content(schema = @Schema(implementation = DelegationRequest.class)))
  public Uni<Given> put(@RestPath UUID artifactId, byte[] body) {
    Person owner = people.current();
    DelegationRequest.Read given = DelegationRequest.read(body);
    offer.future(given.expiresAt());
    return offer
        .checked(given.calls(), owner)
        .chain(() -> store.put(artifactId, owner, given))
        .map(Given::new);
  }

  /**
   * Takes tools out of one's delegation, if there is one, at once.
   *
   * @param body {@code calls}, of which connector and tool count
   */
  @POST
  @Path("/{artifactId}/withdrawals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take tools out of one's delegation to an artifact")
  @RequestBody(content = @Content(schema = @Schema(implementation = DelegationRequest.class)))
  public Uni<Void> withdraw(@RestPath UUID artifactId, byte[] body) {
    return store.withdraw(artifactId, people.current(), DelegationRequest.read(body).calls());
  }

  /**
   * Sets when a delegation ends by itself.
   *
   * @param body {@code expiresAt}, an instant, or null for until it is taken back
   */
  @PATCH
  @Path("/{artifactId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set when one's delegation to an artifact ends")
  public Uni<Void> expire(@RestPath UUID artifactId, byte[] body) {
    Instant at = DelegationRequest.instant(DelegationRequest.tree(body).path("expiresAt"));
    offer.future(at);
    return store
        .expire(artifactId, people.current(), at)
        .invoke(DelegationResource::requireFound)
        .replaceWithVoid();
  }

  @DELETE
  @Path("/{artifactId}")
  @Operation(summary = "End one's delegation to an artifact")
  public Uni<Void> remove(@RestPath UUID artifactId) {
    return store.remove(artifactId, people.current());
  }

  private Uni<Map<UUID, String>> names(Person owner) {
    return register
        .usableBy(owner.id())
        .map(reaches ->
            reaches.stream()
                .map(Reach::connector)
                .collect(Collectors.toMap(Connector::id, Connector::name)));
  }

  private static void requireFound(boolean found) {
    if (!found) {
      throw ProblemException.notFound("There is nothing delegated to this artifact.");
    }
  }
}
