package dev.liveartifacts.artifact.signin;

import dev.liveartifacts.artifact.apitoken.TokenInUse;
import dev.liveartifacts.artifact.apitoken.TokenText;
import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.PersonConfig;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.ProblemWriter;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.session.LiveSessions;
import dev.liveartifacts.artifact.session.SessionCookie;
import dev.liveartifacts.artifact.session.SessionInUse;
import dev.liveartifacts.artifact.session.SessionStore;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * OpenID Connect that leads to the sign-in server from {@code /signin} alone. Everywhere else who
 * is not signed in gets 401: a script cannot follow a redirect to another site, a person can. A
 * session's cookie counts for as long as the session is kept.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SigninMechanism implements HttpAuthenticationMechanism {
  private static final Logger LOG = Logger.getLogger(SigninMechanism.class);

  private final OidcAuthenticationMechanism oidc;
  private final LiveSessions sessions;
  private final SessionStore store;
  private final SpokenIdentity spoken;
  private final PersonConfig people;
  private final SessionMemory memory;

  SigninMechanism(
      OidcAuthenticationMechanism oidc,
      LiveSessions sessions,
      SessionStore store,
      SpokenIdentity spoken,
      PersonConfig people,
      Clock clock) {
    this.oidc = oidc;
    this.sessions = sessions;
    this.store = store;
    this.spoken = spoken;
    this.people = people;
    this.memory = new SessionMemory(clock);
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    HttpServerRequest request = context.request();
    if (TokenText.in(request).isPresent()) {
      return withToken(context);
    }
    if (request.getHeader("Authorization") != null || !SessionCookie.isIn(request)) {
      return known(context, identities);
    }
    return SessionCookie.secret(request)
        .map(secret -> inSession(secret, context, identities))
        .orElseGet(() -> withoutSession(context, identities));
  }

  /** Nobody where such a token counts for nothing. */
  private Uni<SecurityIdentity> withToken(RoutingContext context) {
    TokenInUse token = TokenInUse.of(context);
    return token == null
        ? Uni.createFrom().nullItem()
        : Proof.of(context.request())
            .flatMap(memory::find)
            .map(known -> Uni.createFrom().item(known))
            .orElseGet(() -> spoken(context, token));
  }

  private Uni<SecurityIdentity> spoken(RoutingContext context, TokenInUse token) {
    return spoken
        .of(token)
        .onFailure()
        .transform(SigninMechanism::away)
        .invoke(identity ->
            Proof.of(context.request()).ifPresent(known -> memory.keep(known, identity)));
  }

  /** Nobody if the session has ended, whatever tokens its cookie still has. */
  private Uni<SecurityIdentity> inSession(
      Secret secret, RoutingContext context, IdentityProviderManager identities) {
    return sessions
        .find(secret, context.request())
        .onFailure()
        .transform(SigninMechanism::away)
        .flatMap(found -> {
          found.ifPresent(session -> new SessionInUse(secret, session).put(context));
          return found.isPresent()
              ? known(context, identities)
              : withoutSession(context, identities);
        });
  }

  /** As if the cookie had not come: whoever signs in anew is not taken for who was here before. */
  private Uni<SecurityIdentity> withoutSession(
      RoutingContext context, IdentityProviderManager identities) {
    SessionCookie.leaveOut(context);
    return known(context, identities);
  }

  private Uni<SecurityIdentity> known(RoutingContext context, IdentityProviderManager identities) {
    Optional<String> proof = Proof.of(context.request());
    if (context.normalizedPath().startsWith("/sign")) {
      // signing in and out end what was before
      proof.ifPresent(memory::forget);
      return asked(context, identities);
    }
    return proof
        .flatMap(memory::find)
        .map(known -> Uni.createFrom().item(known))
        .orElseGet(() -> verified(context, identities, proof));
  }

  private Uni<SecurityIdentity> verified(
      RoutingContext context, IdentityProviderManager identities, Optional<String> proof) {
    return asked(context, identities)
        .onItem()
        .ifNotNull()
        .transform(identity -> bound(identity, SessionInUse.of(context)))
        .onItem()
        .ifNotNull()
        .invoke(identity -> proof.ifPresent(known -> memory.keep(known, identity)))
        // nobody: what is refused is answered by us, and not by a redirect
        .onFailure(AuthenticationFailedException.class)
        .recoverWithNull()
        .invoke(() -> context.put(HttpAuthenticationMechanism.class.getName(), this));
  }

  /** OpenID Connect is asked who it is; what is refused is answered here all the same. */
  private Uni<SecurityIdentity> asked(RoutingContext context, IdentityProviderManager identities) {
    return oidc.authenticate(context, identities)
        .eventually(() -> {
          context.put(HttpAuthenticationMechanism.class.getName(), this);
        });
  }

  /** One person's session does not open with the tokens of another. */
  private SecurityIdentity bound(SecurityIdentity identity, @Nullable SessionInUse used) {
    if (used == null) {
      return identity;
    }
    if (!used.session().personId().equals(CurrentPerson.of(identity, people).id())) {
      throw new AuthenticationFailedException();
    }
    return QuarkusSecurityIdentity.builder(identity)
        .addAttribute(SessionInUse.ATTRIBUTE, used.session().id())
        .build();
  }

  private static ProblemException away(Throwable failure) {
    LOG.warnf("Sessions cannot be looked up: %s", failure.getMessage());
    return Problems.unavailable(
        "Who you are cannot be looked up right now. Try again in a moment.");
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return leadsToSignIn(context)
        ? endOf(SessionInUse.of(context)).chain(ended -> oidc.getChallenge(context))
        : Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  /** Its cookie goes with the challenge: nobody comes back with it. */
  private Uni<?> endOf(@Nullable SessionInUse used) {
    return used == null
        ? Uni.createFrom().voidItem()
        : store.end(used.session().personId(), used.session().id());
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
