package dev.liveartifacts.artifact.policyreport;

import dev.liveartifacts.artifact.edge.ClientAddress;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.throttle.Pass;
import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.throttle.ThrottleConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Takes the reports of browsers, on both hosts. Whoever sends one learns nothing: the answer is the
 * same whatever it was.
 */
@ApplicationScoped
class PolicyReportRoute {
  private static final Logger LOG = Logger.getLogger(PolicyReportRoute.class);
  private static final int LARGEST = 32 * 1024;

  private final PolicyReportStore store;
  private final Throttle throttle;
  private final ThrottleConfig allowances;
  private final Origins origins;

  PolicyReportRoute(
      PolicyReportStore store, Throttle throttle, ThrottleConfig allowances, Origins origins) {
    this.store = store;
    this.throttle = throttle;
    this.allowances = allowances;
    this.origins = origins;
  }

  void register(@Observes Router router) {
    router.post("/csp-reports").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isSmall(request)) {
      context.response().setStatusCode(413).end();
      return;
    }
    String site = origins.app().answers(String.valueOf(request.authority())) ? "app" : "pages";
    String network = ClientAddress.of(request).network();
    request
        .body()
        .onSuccess(body -> keep(site, network, body))
        .onComplete(read -> context.response().setStatusCode(204).end());
    request.resume();
  }

  /** Says so itself: what does not is not read. */
  private static boolean isSmall(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && length.matches("\\d{1,6}") && Integer.parseInt(length) <= LARGEST;
  }

  private void keep(String site, String network, Buffer body) {
    throttle
        .take("policy-reports", allowances.policyReports(), network)
        .flatMap(pass ->
            switch (pass) {
              case Pass.Granted granted -> count(site, body);
              case Pass.TooMany tooMany -> Uni.createFrom().voidItem();
            })
        .subscribe()
        .with(kept -> {}, failure -> LOG.debugf("A report was not kept: %s", failure.getMessage()));
  }

  private Uni<Void> count(String site, Buffer body) {
    return Multi.createFrom()
        .iterable(Blocked.read(body))
        .onItem()
        .transformToUniAndConcatenate(blocked -> store.count(site, blocked))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
