package dev.liveartifacts.connector.person;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Bearer tokens by OpenID Connect, verified once for the many calls that a page makes. */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";

  private final OidcAuthenticationMechanism oidc;
  private final TokenMemory memory;

  public RememberedTokens(OidcAuthenticationMechanism oidc, Clock clock) {
    this.oidc = oidc;
    this.memory = new TokenMemory(clock);
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String header = context.request().getHeader("Authorization");
    if (header == null || !header.startsWith(BEARER)) {
      return oidc.authenticate(context, identities);
    }
    Optional<SecurityIdentity> remembered = memory.find(header);
    return remembered.isPresent()
        ? Uni.createFrom().item(remembered.get())
        : oidc.authenticate(context, identities)
            .onItem()
            .ifNotNull()
            .invoke(identity -> memory.keep(header, identity));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return oidc.getChallenge(context);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return oidc.getCredentialTransport(context);
  }

  @Override
  public int getPriority() {
    return oidc.getPriority() + 1;
  }
}
