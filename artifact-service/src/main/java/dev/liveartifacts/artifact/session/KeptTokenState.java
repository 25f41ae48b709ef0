package dev.liveartifacts.artifact.session;

import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.PersonConfig;
import dev.liveartifacts.artifact.person.PersonStore;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.DefaultTokenStateManager;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * A session's cookie: the secret that names the session, then the tokens, encrypted as ever. A
 * sign-in starts a session that is kept; a renewal goes on with the one that is there.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class KeptTokenState extends DefaultTokenStateManager {
  private final SessionStore sessions;
  private final PersonStore people;
  private final PersonConfig config;

  KeptTokenState(SessionStore sessions, PersonStore people, PersonConfig config) {
    this.sessions = sessions;
    this.people = people;
    this.config = config;
  }

  @Override
  public Uni<String> createTokenState(
      RoutingContext context,
      OidcTenantConfig tenant,
      AuthorizationCodeTokens fresh,
      OidcRequestContext<String> request) {
    JwtClaims claims = claims(fresh.getIdToken());
    SessionInUse before = SessionInUse.of(context);
    Uni<Secret> named =
        before == null ? begun(context, claims) : renewed(before, providerSession(claims));
    return Uni.combine()
        .all()
        .unis(named, super.createTokenState(context, tenant, fresh, request))
        .with(SessionCookie::of);
  }

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext context,
      OidcTenantConfig tenant,
      String cookie,
      OidcRequestContext<AuthorizationCodeTokens> request) {
    return SessionInUse.of(context) == null
        ? Uni.createFrom().failure(new AuthenticationFailedException())
        : super.getTokens(context, tenant, SessionCookie.tokens(cookie), request);
  }

  /** The claims have been verified a moment ago. */
  private Uni<Secret> begun(RoutingContext context, JwtClaims claims) {
    Secret secret = Secret.random();
    Arrival arrival = Arrival.of(context.request(), providerSession(claims));
    Person person = person(claims);
    return people
        .seen(person)
        .flatMap(seen -> sessions.start(secret, person.id(), arrival))
        .replaceWith(secret);
  }

  private Uni<Secret> renewed(SessionInUse used, @Nullable String providerSession) {
    return sessions.renew(used.session().id(), providerSession).replaceWith(used.secret());
  }

  private Person person(JwtClaims claims) {
    return CurrentPerson.of(
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new OidcJwtCallerPrincipal(claims, new IdTokenCredential("")))
            .build(),
        config);
  }

  private static @Nullable String providerSession(JwtClaims claims) {
    return claims.getClaimValueAsString("sid");
  }

  private static JwtClaims claims(String idToken) {
    try {
      return JwtClaims.parse(OidcUtils.decodeJwtContentAsString(idToken));
    } catch (InvalidJwtException e) {
      throw new AuthenticationFailedException(e);
    }
  }
}
