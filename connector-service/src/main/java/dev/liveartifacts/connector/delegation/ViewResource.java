package dev.liveartifacts.connector.delegation;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What of one source an owner shows to everybody who may open the artifact. */
@Path("/delegations/{artifactId}/views/{connectorId}")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Delegations")
public class ViewResource {
  private final ViewStore store;
  private final Offer offer;
  private final People people;

  public ViewResource(ViewStore store, Offer offer, People people) {
    this.store = store;
    this.offer = offer;
    this.people = people;
  }

  /** What a delegation is known by. */
  public record Shown(UUID delegationId) {}

  /**
   * @param body as for other delegations, with the {@code timeZone} in which days are meant
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Show the answers to exactly these calls; replaces what was shown before")
  @RequestBody(content = @Content(schema = @Schema(implementation = DelegationRequest.class)))
  public Uni<Shown> put(@RestPath UUID artifactId, @RestPath UUID connectorId, byte[] body) {
    Person owner = people.current();
    DelegationRequest.View shown = DelegationRequest.readView(connectorId, body);
    offer.future(shown.given().expiresAt());
    return offer
        .checked(shown.given().calls(), owner)
        .chain(() -> store.put(artifactId, connectorId, owner, shown))
        .map(Shown::new);
  }

  @DELETE
  @Operation(summary = "Show nothing of this source any more")
  public Uni<Void> remove(@RestPath UUID artifactId, @RestPath UUID connectorId) {
    return store.remove(artifactId, connectorId, people.current());
  }
}
