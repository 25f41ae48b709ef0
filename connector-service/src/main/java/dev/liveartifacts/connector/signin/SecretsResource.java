package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.connection.KeepsSecrets;
import dev.liveartifacts.connector.person.Roles;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** The middle step of replacing the key for secrets. */
@Path("/api/connectors/secrets")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Administration")
public class SecretsResource {
  private static final Logger LOG = Logger.getLogger(SecretsResource.class);

  private final List<KeepsSecrets> stores;

  public SecretsResource(@All List<KeepsSecrets> stores) {
    this.stores = stores;
  }

  /**
   * What was done.
   *
   * @param renewed secrets that an earlier key had sealed; 0 says that no earlier key is needed
   */
  public record Renewal(int renewed) {}

  @POST
  @Path("/renewal")
  @Operation(summary = "Encrypt every stored secret with the first key of LIVE_SECRETS_KEY")
  public Uni<Renewal> renew() {
    return Multi.createFrom()
        .iterable(stores)
        .onItem()
        .transformToUniAndConcatenate(KeepsSecrets::renewSecrets)
        .collect()
        .with(Collectors.summingInt(Integer::intValue))
        .invoke(renewed -> LOG.infof("%d secrets are encrypted with the present key now", renewed))
        .map(Renewal::new);
  }
}
