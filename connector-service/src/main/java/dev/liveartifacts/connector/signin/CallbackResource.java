package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.authorization.Callback;
import dev.liveartifacts.connector.person.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where sign-in servers send a browser back to. */
@Path("/api/connectors/signin/callback")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Sign-in to connectors")
public class CallbackResource {
  private static final String STRANGE =
      "This sign-in was not begun here, took too long, or is over already. Begin it once more.";

  private final SignIns signIns;
  private final WayBack wayBack;
  private final Browsers browsers;

  public CallbackResource(SignIns signIns, WayBack wayBack, Browsers browsers) {
    this.signIns = signIns;
    this.wayBack = wayBack;
    this.browsers = browsers;
  }

  @GET
  @Operation(summary = "Come back from a connector's sign-in server")
  public Uni<RestResponse<Void>> back(
      @RestQuery @Nullable String code,
      @RestQuery @Nullable String state,
      @RestQuery("iss") @Nullable String issuer,
      @RestQuery @Nullable String error,
      @RestQuery("error_description") @Nullable String description) {
    Browser browser = browsers.current();
    Callback callback = new Callback(code, state, issuer, error, description);
    return signIns
        .take(state == null ? "" : state, browser)
        .chain(found ->
            found
                .map(pending -> finish(pending, callback, browser))
                .orElseGet(() -> Uni.createFrom().item(wayBack.refused(null, STRANGE))))
        .map(RestResponse::seeOther);
  }

  private Uni<URI> finish(PendingSignIn pending, Callback callback, Browser browser) {
    return signIns
        .finish(pending, callback, browser)
        .replaceWith(() -> wayBack.connected(pending.connectorId()))
        .onFailure()
        .recoverWithItem(failure -> wayBack.refused(pending.connectorId(), failure));
  }
}
