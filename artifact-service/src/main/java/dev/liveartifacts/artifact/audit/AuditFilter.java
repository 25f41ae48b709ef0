package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.artifact.problem.ProblemWriter;
import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Sees every request that people and their programs make: keeps room for its entry before anything
 * happens, and writes it when the answer is over.
 */
@ApplicationScoped
class AuditFilter {
  private static final int AFTER_AUTHORIZATION = 50;
  private static final int BEFORE_AUTHENTICATION = 890;
  private static final Set<String> SIGNING_IN =
      Set.of("/signin", "/signin/done", "/signout", "/backchannel-logout");
  private static final Set<String> TREES = Set.of("/api/", "/a/", "/s/");

  private final Deeds deeds = Deeds.fromTable();
  private final Ledger ledger;
  private final Scribe scribe;

  AuditFilter(Ledger ledger, Scribe scribe) {
    this.ledger = ledger;
    this.scribe = scribe;
  }

  void register(@Observes Filters filters) {
    filters.register(this::signingIn, BEFORE_AUTHENTICATION);
    filters.register(this::signedIn, AFTER_AUTHORIZATION);
  }

  /** What goes wrong there never gets past authentication. */
  private void signingIn(RoutingContext context) {
    if (SIGNING_IN.contains(context.normalizedPath())) {
      aside(context, deed(context));
    }
    context.next();
  }

  private void signedIn(RoutingContext context) {
    String path = context.normalizedPath();
    if (!path.equals("/mcp") && TREES.stream().noneMatch(path::startsWith)) {
      context.next();
      return;
    }
    Deed deed = deed(context);
    switch (deed.weight()) {
      case ASIDE -> {
        aside(context, deed);
        context.next();
      }
      case READ, CHANGE, PERHAPS -> inPlace(context, deed);
    }
  }

  private Deed deed(RoutingContext context) {
    return deeds.of(context.request().method().name(), context.normalizedPath());
  }

  private void aside(RoutingContext context, Deed deed) {
    context.addEndHandler(
        end -> scribe.aside(context, deed, end.succeeded()).ifPresent(ledger::offer));
  }

  private void inPlace(RoutingContext context, Deed deed) {
    if (ledger.places().tryTake()) {
      go(context, deed);
      return;
    }
    Context loop = context.vertx().getOrCreateContext();
    // whoever reads it next resumes it
    context.request().pause();
    ledger
        .places()
        .take()
        .subscribe()
        .with(
            place -> loop.runOnContext(here -> afterWaiting(context, deed, place)), context::fail);
  }

  private void afterWaiting(RoutingContext context, Deed deed, boolean place) {
    if (place) {
      go(context, deed);
    } else if (deed.weight() == Deed.Weight.READ) {
      ledger.lose();
      context.next();
    } else {
      ProblemWriter.write(
          context,
          Problems.unavailable(
                  "This cannot be written down in the audit log right now, so nothing was changed."
                      + " Try again in a moment.")
              .problem());
    }
  }

  private void go(RoutingContext context, Deed deed) {
    context.addEndHandler(end ->
        scribe
            .entry(context, deed, end.succeeded())
            .ifPresentOrElse(ledger::write, () -> ledger.places().giveBack(1)));
    context.next();
  }
}
