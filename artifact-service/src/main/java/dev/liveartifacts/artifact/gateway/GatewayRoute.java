package dev.liveartifacts.artifact.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.audit.Subject;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.PersonConfig;
import dev.liveartifacts.artifact.person.WorkspaceRole;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemWriter;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.Services;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Forwards the browser's requests for connectors and schedules, streaming both ways, with the
 * signed-in person's access token instead of their cookies.
 */
@ApplicationScoped
class GatewayRoute {
  private static final Logger LOG = Logger.getLogger(GatewayRoute.class);

  private final Services services;
  private final PersonConfig people;

  GatewayRoute(Services services, PersonConfig people) {
    this.services = services;
    this.people = people;
  }

  void register(@Observes Router router) {
    router.route("/api/connectors*").handler(this::handle);
    router.route("/api/schedules*").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    Optional<Forward> forward =
        Forward.of(context.request().method().name(), context.normalizedPath());
    if (forward.isEmpty()) {
      ProblemWriter.write(context, Problems.notFound("address").problem());
    } else if (!(context.user() instanceof QuarkusHttpUser user)
        || user.getSecurityIdentity().isAnonymous()) {
      ProblemWriter.write(context, Problems.signInNeeded());
    } else {
      forwardIfAllowed(context, forward.get(), user.getSecurityIdentity());
    }
  }

  private void forwardIfAllowed(
      RoutingContext context, Forward forward, SecurityIdentity identity) {
    WorkspaceRole role = CurrentPerson.of(identity, people).workspace();
    Optional<Problem> refusal =
        forward
            .takes(context.request().method().name())
            .flatMap(action -> Access.refusal(role, action));
    if (refusal.isPresent()) {
      ProblemWriter.write(context, refusal.get());
    } else {
      forward(context, forward, identity);
    }
  }

  private void forward(RoutingContext context, Forward forward, SecurityIdentity identity) {
    HttpServerRequest request = context.request();
    request.pause();
    String query = request.query();
    String target = query == null ? forward.path() : forward.path() + "?" + query;
    services
        .request(forward.service(), request.method(), target)
        .map(Passage::new)
        .onSuccess(passage -> context.addEndHandler(end -> leave(passage, end)))
        .compose(passage -> pass(context, passage, CurrentPerson.accessToken(identity)))
        .onFailure(failure -> fail(context, forward.service(), failure));
  }

  private static Future<Void> pass(RoutingContext context, Passage passage, String token) {
    return send(context.request(), passage.upstream(), token)
        .map(passage::begins)
        .compose(answer -> {
          note(context, answer);
          return receive(answer, context.response());
        })
        .recover(
            failure -> passage.isLeft() ? Future.succeededFuture() : Future.failedFuture(failure));
  }

  /** Which tool it was about, as the service knows it: bodies are not read here. */
  private static void note(RoutingContext context, HttpClientResponse answer) {
    String tool = answer.getHeader("Live-Tool");
    if (tool != null) {
      Note.of(context).about(Subject.tool(URLDecoder.decode(tool, UTF_8)));
    }
  }

  private static Future<HttpClientResponse> send(
      HttpServerRequest request, HttpClientRequest upstream, String token) {
    Headers.request(request.headers(), upstream.headers());
    upstream.putHeader("Authorization", "Bearer " + token);
    if (!upstream.headers().contains("Content-Length")) {
      upstream.setChunked(hasBody(request));
    }
    return upstream.send(request);
  }

  /** Whoever asked has gone away before the answer was over. */
  private static void leave(Passage passage, AsyncResult<Void> end) {
    if (end.failed()) {
      passage.leave();
    }
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.headers().contains("Transfer-Encoding");
  }

  private static Future<Void> receive(HttpClientResponse answer, HttpServerResponse response) {
    response.setStatusCode(answer.statusCode());
    Headers.response(answer.headers(), response.headers());
    if (!response.headers().contains("Content-Length")) {
      response.setChunked(true);
    }
    return answer.pipeTo(response);
  }

  private static void fail(RoutingContext context, Service service, Throwable failure) {
    LOG.warnf("%s does not answer: %s", service.words(), failure.getMessage());
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    context.response().headers().remove("Content-Length");
    ProblemWriter.write(
        context,
        Problem.of(
            503,
            "service-away",
            "Not reachable right now",
            service.words() + " does not answer right now. Try again in a moment."));
  }
}
