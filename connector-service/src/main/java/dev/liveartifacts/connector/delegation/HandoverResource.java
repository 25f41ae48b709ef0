package dev.liveartifacts.connector.delegation;

import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hears, from artifact-service alone, that an artifact has another owner. Idempotent. */
@Path("/handovers")
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Delegations")
public class HandoverResource {
  private final DelegationStore store;

  public HandoverResource(DelegationStore store) {
    this.store = store;
  }

  /**
   * Who had it before.
   *
   * @param before what was delegated later stays; null: everything ends
   */
  public record Handover(
      @Nullable UUID artifactId,
      @Nullable String issuer,
      @Nullable String subject,
      @Nullable Instant before) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Uni<Void> handedOver(Handover handover) {
    UUID artifactId = handover.artifactId();
    String issuer = handover.issuer();
    String subject = handover.subject();
    if (artifactId == null || issuer == null || subject == null) {
      throw ProblemException.invalid("A handover has an artifactId, an issuer and a subject.");
    }
    return store.end(artifactId, Person.of(issuer, subject, false), handover.before());
  }
}
