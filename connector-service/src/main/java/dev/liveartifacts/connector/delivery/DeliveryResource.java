package dev.liveartifacts.connector.delivery;

import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.EgressRefused;
import dev.liveartifacts.connector.egress.HostNotFound;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks, for artifact-service alone: it decides what is sent and how often it is tried, and this
 * service, which alone talks to the outside, keeps the secrets, signs and looks where it goes.
 */
@Path("/deliveries")
@RolesAllowed(Roles.SERVICE)
public class DeliveryResource {
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LARGEST_BODY = 64 * 1024;

  private final WebhookClient webhooks;
  private final SignerStore signers;
  private final EgressGuard guard;
  private final SecureRandom random = new SecureRandom();

  public DeliveryResource(WebhookClient webhooks, SignerStore signers, EgressGuard guard) {
    this.webhooks = webhooks;
    this.signers = signers;
    this.guard = guard;
  }

  /**
   * One message.
   *
   * @param id the same for each attempt, so that a receiver can tell a repeat
   * @param signer whose secret signs it
   * @param body JSON text
   */
  public record Message(
      @Nullable UUID id, @Nullable UUID signer, @Nullable String url, @Nullable String body) {}

  /** An address that messages are to be sent to. */
  public record Address(@Nullable String url) {}

  /** What the receiver checks signatures with; told this once. */
  public record Secret(String secret) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Uni<DeliveryAnswer> deliver(Message message) {
    UUID id = message.id();
    UUID signer = message.signer();
    String body = message.body();
    if (id == null || signer == null || body == null || body.length() > LARGEST_BODY) {
      throw ProblemException.invalid(
          "A message has an id, a signer, and a body of at most 64 KiB.");
    }
    URI address = address(message.url());
    return signers
        .secret(signer)
        .map(found -> found.orElseThrow(DeliveryResource::noSigner))
        .chain(secret -> webhooks.post(address, secret, id.toString(), body));
  }

  @POST
  @Path("/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Uni<Void> check(Address wanted) {
    return guard
        .check(address(wanted.url()))
        .onFailure(EgressRefused.class)
        .transform(refused -> ProblemException.invalid(((EgressRefused) refused).reason()))
        .onFailure(HostNotFound.class)
        .transform(unknown -> ProblemException.invalid("There is no server of that name."))
        .replaceWithVoid();
  }

  @PUT
  @Path("/signers/{id}")
  @Operation(hidden = true)
  public Uni<Secret> sign(@RestPath UUID id) {
    String secret = WebhookSignature.newSecret(random);
    return signers.keep(id, secret).replaceWith(new Secret(secret));
  }

  @DELETE
  @Path("/signers/{id}")
  @Operation(hidden = true)
  public Uni<Void> forget(@RestPath UUID id) {
    return signers.forget(id);
  }

  private static URI address(@Nullable String url) {
    if (url == null || url.isBlank() || url.length() > LONGEST_ADDRESS) {
      throw ProblemException.invalid("Name the address that messages are sent to.");
    }
    try {
      return new URI(url.strip());
    } catch (URISyntaxException e) {
      throw ProblemException.invalid("This is not a web address.");
    }
  }

  private static ProblemException noSigner() {
    return ProblemException.notFound("There is no secret to sign this message with.");
  }
}
