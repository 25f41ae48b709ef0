package dev.liveartifacts.artifact.signin;

import dev.liveartifacts.artifact.edge.Origins;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where signing out leads: to the sign-in server, which comes back here (RP-Initiated Logout). */
@RequestScoped
class SignoutAddress {
  private final SecurityIdentity identity;
  private final OidcConfigurationMetadata server;
  private final Origins origins;

  SignoutAddress(SecurityIdentity identity, OidcConfigurationMetadata server, Origins origins) {
    this.identity = identity;
    this.server = server;
    this.origins = origins;
  }

  URI next() {
    IdTokenCredential token = identity.getCredential(IdTokenCredential.class);
    return of(
        server.getEndSessionUri(), token == null ? null : token.getToken(), origins.app() + "/");
  }

  static URI of(@Nullable String endSession, @Nullable String idToken, String home) {
    if (endSession == null || idToken == null) {
      return URI.create(home);
    }
    String separator = endSession.contains("?") ? "&" : "?";
    return URI.create(
        endSession
            + separator
            + "id_token_hint="
            + URLEncoder.encode(idToken, StandardCharsets.UTF_8)
            + "&post_logout_redirect_uri="
            + URLEncoder.encode(home, StandardCharsets.UTF_8));
  }
}
