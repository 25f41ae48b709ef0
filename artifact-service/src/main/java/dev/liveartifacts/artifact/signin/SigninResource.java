package dev.liveartifacts.artifact.signin;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where people come in and go out. The sign-in itself happens before {@code /signin} is reached.
 */
@Path("/")
class SigninResource {
  private final CurrentIdentityAssociation identity;
  private final OidcSession session;
  private final SignoutAddress signout;

  SigninResource(CurrentIdentityAssociation identity, OidcSession session, SignoutAddress signout) {
    this.identity = identity;
    this.session = session;
    this.signout = signout;
  }

  @GET
  @Path("/signin")
  public RestResponse<Void> signedIn(@RestQuery @Nullable String to) {
    return RestResponse.seeOther(URI.create(LocalPath.of(to).path()));
  }

  @GET
  @PermitAll
  @Path("/signout")
  public Uni<RestResponse<Void>> signOut() {
    return identity
        .getDeferredIdentity()
        .map(signout::next)
        .onFailure()
        .recoverWithItem(signout::home)
        .call(session::logout)
        .map(RestResponse::seeOther);
  }
}
