package dev.liveartifacts.artifact.signin;

import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/** Checks logout tokens with the keys of the sign-in server. */
@Singleton
class LogoutTokens {
  private final TenantConfigBean tenants;

  LogoutTokens(TenantConfigBean tenants) {
    this.tenants = tenants;
  }

  /** Empty if the token is not the sign-in server's, not for us, or no logout token. */
  Uni<Optional<LogoutToken>> read(String token) {
    return ready()
        .flatMap(tenant -> verified(tenant.provider(), token).map(claims -> read(claims, tenant)))
        .onFailure(InvalidJwtException.class)
        .recoverWithItem(Optional.empty());
  }

  private Uni<TenantConfigContext> ready() {
    TenantConfigContext tenant = tenants.getDefaultTenant();
    return tenant.ready() ? Uni.createFrom().item(tenant) : tenant.initialize();
  }

  /** Signed with a key that is not known yet, it is looked at again with the newest keys. */
  private static Uni<JsonObject> verified(OidcProvider provider, String token) {
    Uni<JsonObject> once = Uni.createFrom().emitter(emitter -> verify(provider, token, emitter));
    return once.onFailure(LogoutTokens::unknownKey)
        .recoverWithUni(() ->
            provider.refreshJwksAndVerifyJwtToken(token, true, false, null).chain(fresh -> once));
  }

  private static void verify(
      OidcProvider provider, String token, UniEmitter<? super JsonObject> result) {
    try {
      provider.verifyLogoutJwtToken(token);
      result.complete(OidcUtils.decodeJwtContent(token));
    } catch (InvalidJwtException invalid) {
      result.fail(invalid);
    }
  }

  private static boolean unknownKey(Throwable failure) {
    return failure.getCause() instanceof UnresolvableKeyException;
  }

  private static Optional<LogoutToken> read(JsonObject claims, TenantConfigContext tenant) {
    return LogoutToken.of(claims, tenant.oidcConfig().clientId().orElseThrow());
  }
}
