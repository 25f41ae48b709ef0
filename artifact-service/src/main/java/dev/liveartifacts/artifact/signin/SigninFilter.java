package dev.liveartifacts.artifact.signin;

import dev.liveartifacts.artifact.edge.ClientAddress;
import dev.liveartifacts.artifact.problem.ProblemWriter;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.throttle.Pass;
import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.throttle.ThrottleConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Lets one address begin and end only so many sign-ins, before any of them costs anything. */
@ApplicationScoped
class SigninFilter {
  private static final int BEFORE_AUTHENTICATION = 900;
  private static final Set<String> PATHS = Set.of("/signin", "/signin/done", "/signout");

  private final Throttle throttle;
  private final ThrottleConfig config;

  SigninFilter(Throttle throttle, ThrottleConfig config) {
    this.throttle = throttle;
    this.config = config;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, BEFORE_AUTHENTICATION);
  }

  private void filter(RoutingContext context) {
    if (!PATHS.contains(context.normalizedPath())) {
      context.next();
      return;
    }
    // the request is held already: resumed here, it would be over before its answer begins
    Context loop = context.vertx().getOrCreateContext();
    throttle
        .take("sign-in", config.signIn(), ClientAddress.of(context.request()).network())
        .subscribe()
        .with(pass -> loop.runOnContext(here -> go(context, pass)), context::fail);
  }

  private static void go(RoutingContext context, Pass pass) {
    switch (pass) {
      case Pass.Granted granted -> context.next();
      case Pass.TooMany(var pause) -> {
        context.response().putHeader("Retry-After", Long.toString(pause.toSeconds() + 1));
        ProblemWriter.write(
            context,
            Problems.tooMany("There were too many sign-ins from your network just now.", pause)
                .problem());
      }
    }
  }
}
