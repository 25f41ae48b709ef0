package dev.liveartifacts.artifact.signin;

import dev.liveartifacts.artifact.edge.Origins;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where signing out leads: to the sign-in server, which comes back here (RP-Initiated Logout). */
@Singleton
class SignoutAddress {
  private final TenantConfigBean tenants;
  private final Origins origins;

  SignoutAddress(TenantConfigBean tenants, Origins origins) {
    this.tenants = tenants;
    this.origins = origins;
  }

  URI next(SecurityIdentity identity) {
    IdTokenCredential token = identity.getCredential(IdTokenCredential.class);
    OidcConfigurationMetadata server = tenants.getDefaultTenant().getOidcMetadata();
    return of(
        server == null ? null : server.getEndSessionUri(),
        token == null ? null : token.getToken(),
        origins.app() + "/");
  }

  URI home() {
    return URI.create(origins.app() + "/");
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
