package dev.liveartifacts.artifact.signin;

import dev.liveartifacts.artifact.problem.ProblemWriter;
import dev.liveartifacts.artifact.problem.Problems;
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

/**
 * OpenID Connect that leads to the sign-in server from {@code /signin} alone. Everywhere else who
 * is not signed in gets 401: a script cannot follow a redirect to another site, a person can.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SigninMechanism implements HttpAuthenticationMechanism {
  private final OidcAuthenticationMechanism oidc;
  private final SessionMemory memory;

  SigninMechanism(OidcAuthenticationMechanism oidc, Clock clock) {
    this.oidc = oidc;
    this.memory = new SessionMemory(clock);
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<String> proof = Proof.of(context.request());
    if (context.normalizedPath().startsWith("/sign")) {
      // signing in and out end what was before
      proof.ifPresent(memory::forget);
      return oidc.authenticate(context, identities);
    }
    return proof
        .flatMap(memory::find)
        .map(known -> Uni.createFrom().item(known))
        .orElseGet(() -> verified(context, identities, proof));
  }

  private Uni<SecurityIdentity> verified(
      RoutingContext context, IdentityProviderManager identities, Optional<String> proof) {
    return oidc.authenticate(context, identities)
        .onItem()
        .ifNotNull()
        .invoke(identity -> proof.ifPresent(known -> memory.keep(known, identity)));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return leadsToSignIn(context)
        ? oidc.getChallenge(context)
        : Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    if (leadsToSignIn(context)) {
      return HttpAuthenticationMechanism.super.sendChallenge(context);
    }
    ProblemWriter.write(context, Problems.signInNeeded());
    return Uni.createFrom().item(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return oidc.getCredentialTransport(context);
  }

  private static boolean leadsToSignIn(RoutingContext context) {
    return context.normalizedPath().startsWith("/signin");
  }
}
