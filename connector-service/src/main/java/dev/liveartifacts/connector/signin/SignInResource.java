package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.person.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a browser begins to sign in to a connector. */
@Path("/api/connectors/{id}/signin")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Sign-in to connectors")
public class SignInResource {
  private final SignIns signIns;
  private final WayBack wayBack;
  private final Browsers browsers;

  public SignInResource(SignIns signIns, WayBack wayBack, Browsers browsers) {
    this.signIns = signIns;
    this.wayBack = wayBack;
    this.browsers = browsers;
  }

  @GET
  @Operation(summary = "Go to the connector's sign-in server; for a browser's own window")
  public Uni<RestResponse<Void>> begin(@RestPath UUID id) {
    return signIns
        .begin(id, browsers.current())
        .onFailure()
        .recoverWithItem(failure -> wayBack.refused(id, failure))
        .map(RestResponse::seeOther);
  }
}
