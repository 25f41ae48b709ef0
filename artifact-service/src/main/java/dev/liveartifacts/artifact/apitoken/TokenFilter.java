package dev.liveartifacts.artifact.apitoken;

import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.edge.ClientAddress;
import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemWriter;
import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a program's token before anything else does, and lets on what its scopes cover; what
 * they do not is refused once it is known whose program it was. On paths outside the API such a
 * token counts for nothing.
 */
@ApplicationScoped
class TokenFilter {
  private static final Logger LOG = Logger.getLogger(TokenFilter.class);
  private static final int AFTER_THE_DOOR = 900;
  private static final int LAST = 40;

  private final ApiTokens tokens;

  TokenFilter(ApiTokens tokens) {
    this.tokens = tokens;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, AFTER_THE_DOOR);
    filters.register(TokenFilter::onlyWithinScopes, LAST);
  }

  private void filter(RoutingContext context) {
    Optional<Secret> secret = TokenText.in(context.request());
    if (secret.isEmpty() || !path(context.request()).startsWith("/api/")) {
      context.next();
    } else {
      look(context, secret.get());
    }
  }

  private void look(RoutingContext context, Secret secret) {
    Context loop = context.vertx().getOrCreateContext();
    tokens
        .find(secret, ClientAddress.of(context.request()).text())
        .subscribe()
        .with(
            found -> loop.runOnContext(here -> decide(context, found)),
            failure -> loop.runOnContext(here -> away(context, failure)));
  }

  private static void away(RoutingContext context, Throwable failure) {
    LOG.warnf("Tokens cannot be looked up: %s", failure.getMessage());
    ProblemWriter.write(
        context, Problems.unavailable("Tokens cannot be looked up right now.").problem());
  }

  private static void decide(RoutingContext context, Optional<ApiTokens.Good> found) {
    if (found.isEmpty()) {
      ProblemWriter.write(context, noToken());
      return;
    }
    ApiToken token = found.get().token();
    Note.of(context).with(token.id(), token.name());
    new TokenInUse(token, found.get().person()).put(context);
    context.next();
  }

  private static void onlyWithinScopes(RoutingContext context) {
    TokenInUse used = TokenInUse.of(context);
    Problem refusal = used == null ? null : refusal(context.request(), used.token());
    if (refusal == null) {
      context.next();
    } else {
      ProblemWriter.write(context, refusal);
    }
  }

  private static @Nullable Problem refusal(HttpServerRequest request, ApiToken token) {
    Optional<Scope> needed = Scope.of(request.method().name(), path(request));
    if (needed.isEmpty()) {
      return refusal("No token may do this: it takes a person who is signed in.");
    }
    return token.scopes().contains(needed.get())
        ? null
        : refusal("This token lacks the scope “%s”.".formatted(needed.get().word()));
  }

  /** As it came: what would be another one after normalisation is none that a token opens. */
  private static String path(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.path(), "");
  }

  private static Problem noToken() {
    return Problem.of(
        401,
        "token-not-good",
        "Not signed in",
        "This token has expired, was revoked, or rests because its person has not signed in for"
            + " long. Make another one on your account's screen.");
  }

  private static Problem refusal(String detail) {
    return Problem.of(403, "scope-lacking", "Not allowed", detail);
  }
}
