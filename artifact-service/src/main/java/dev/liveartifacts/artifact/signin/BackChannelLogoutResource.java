package dev.liveartifacts.artifact.signin;

import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.session.SessionStore;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where the sign-in server says that it has ended somebody's session (OpenID Connect Back-Channel
 * Logout 1.0): theirs here end as well, on every replica. Whoever else comes here has no token that
 * it signed.
 */
@Path("/backchannel-logout")
class BackChannelLogoutResource {
  private static final Logger LOG = Logger.getLogger(BackChannelLogoutResource.class);

  private final LogoutTokens tokens;
  private final SessionStore sessions;

  BackChannelLogoutResource(LogoutTokens tokens, SessionStore sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<Void>> ended(
      @RestForm("logout_token") @Nullable String token, @Context RoutingContext context) {
    return tokens
        .read(token == null ? "" : token)
        .map(read -> read.orElseThrow(BackChannelLogoutResource::notALogoutToken))
        .flatMap(it -> sessions.endByProvider(it.issuer(), it.subject(), it.session()))
        .invoke(people -> note(people, Note.of(context)))
        .replaceWith(RestResponse.ok());
  }

  private static void note(List<UUID> people, Note note) {
    LOG.infof("The sign-in server has ended %d sessions", people.size());
    if (!people.isEmpty()) {
      note.action("session.end").outcome("done", "sign_in_server").to(people.getFirst());
    }
  }

  private static RuntimeException notALogoutToken() {
    return Problems.badRequest("Send a logout token of the sign-in server for this application.");
  }
}
