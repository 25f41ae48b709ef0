package dev.liveartifacts.artifact.signin;

import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.session.SessionInUse;
import dev.liveartifacts.artifact.session.SessionStore;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
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
  private final SessionStore sessions;

  SigninResource(
      CurrentIdentityAssociation identity,
      OidcSession session,
      SignoutAddress signout,
      SessionStore sessions) {
    this.identity = identity;
    this.session = session;
    this.signout = signout;
    this.sessions = sessions;
  }

  @GET
  @Path("/signin")
  public RestResponse<Void> signedIn(
      @RestQuery @Nullable String to, @Context RoutingContext context) {
    Note.of(context).action("session.begin");
    return RestResponse.seeOther(URI.create(LocalPath.of(to).path()));
  }

  @GET
  @PermitAll
  @Path("/signout")
  public Uni<RestResponse<Void>> signOut(@Context RoutingContext context) {
    return identity
        .getDeferredIdentity()
        .map(signout::next)
        .onFailure()
        .recoverWithItem(signout::home)
        .invoke(next -> Note.of(context).action("session.end"))
        .call(() -> end(SessionInUse.of(context)))
        .call(session::logout)
        .map(RestResponse::seeOther);
  }

  private Uni<?> end(@Nullable SessionInUse used) {
    return used == null
        ? Uni.createFrom().voidItem()
        : sessions.end(used.session().personId(), used.session().id());
  }
}
