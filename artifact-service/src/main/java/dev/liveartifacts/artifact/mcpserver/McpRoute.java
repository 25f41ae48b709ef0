package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.audit.Subject;
import dev.liveartifacts.artifact.edge.Origin;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.PersonConfig;
import dev.liveartifacts.artifact.person.PersonStore;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.ProblemWriter;
import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where MCP clients come in: streamable HTTP, one request and its answer at a time. There are no
 * sessions and no stream of our own, so everything but POST is refused.
 */
@ApplicationScoped
class McpRoute {
  private static final Logger LOG = Logger.getLogger(McpRoute.class);

  private final Dispatcher dispatcher;
  private final ServiceTokenClient tokens;
  private final PersonStore people;
  private final PersonConfig personConfig;
  private final Origin app;
  private final Turns turns;

  McpRoute(
      Dispatcher dispatcher,
      ServiceTokenClient tokens,
      PersonStore people,
      PersonConfig personConfig,
      Origins origins,
      McpConfig config) {
    this.dispatcher = dispatcher;
    this.tokens = tokens;
    this.people = people;
    this.personConfig = personConfig;
    this.app = origins.app();
    this.turns = new Turns(config.requestsPerPerson());
  }

  void register(@Observes Router router) {
    router.route("/mcp").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    String origin = context.request().getHeader("Origin");
    if (origin != null && !origin.equals(app.toString())) {
      refuse(context, 403, "foreign-site", "Another site may not do this for you.");
    } else if (!(context.user() instanceof QuarkusHttpUser user)
        || user.getSecurityIdentity().isAnonymous()) {
      ProblemWriter.write(context, Problems.signInNeeded());
    } else if (!context.request().method().name().equals("POST")) {
      context.response().putHeader("Allow", "POST");
      refuse(context, 405, "http-405", "Send MCP messages with POST.");
    } else if (!isJson(context)) {
      refuse(context, 415, "http-415", "Send application/json.");
    } else {
      SecurityIdentity identity = user.getSecurityIdentity();
      context
          .request()
          .body()
          .onSuccess(body -> received(context, identity, body))
          .onFailure(context::fail);
      // it was held while the token was looked at
      context.request().resume();
    }
  }

  private void received(RoutingContext context, SecurityIdentity identity, Buffer body) {
    VertxContextSafetyToggle.setCurrentContextSafe(true);
    RpcMessage message;
    Envelope envelope;
    try {
      message = RpcMessage.read(body);
    } catch (RpcException refused) {
      new Reply(context.response(), NullNode.instance, null).error(refused.error());
      return;
    }
    if (message.id() == null) {
      context.response().setStatusCode(202).end();
      return;
    }
    Reply reply = new Reply(context.response(), message.id(), progressToken(context, message));
    try {
      envelope = Envelope.of(message, SaidHeaders.of(context.request().headers()));
    } catch (RpcException refused) {
      reply.error(refused.error());
      return;
    }
    Caller caller;
    try {
      caller = caller(identity);
    } catch (UnauthorizedException nobody) {
      ProblemWriter.write(context, Problems.signInNeeded());
      return;
    }
    inTurn(context, message, envelope, caller, reply);
  }

  private void inTurn(
      RoutingContext context, RpcMessage message, Envelope envelope, Caller caller, Reply reply) {
    UUID person = caller.person().id();
    if (!turns.take(person)) {
      reply.error(RpcError.busy());
      return;
    }
    note(Note.of(context).by(caller.person()), message);
    AtomicReference<@Nullable Cancellable> work = new AtomicReference<>();
    context.addEndHandler(end -> hangUp(work.get(), end));
    work.set(
        people
            .seen(caller.person())
            .flatMap(seen -> dispatcher.answer(message, envelope, caller, reply))
            .onTermination()
            .invoke(() -> turns.giveBack(person))
            .invoke(result -> outcome(context, result))
            .onFailure()
            .invoke(failure -> Note.of(context).outcome("failed", null))
            .subscribe()
            .with(reply::result, failure -> reply.error(error(failure))));
  }

  /** What a client asks of a tool is written down; that it looks at what there is, is not. */
  private void note(Note note, RpcMessage message) {
    String tool = message.params().path("name").asText();
    if (message.method().equals("tools/call") && dispatcher.knows(tool)) {
      note.action("mcp." + tool);
    }
  }

  private static void outcome(RoutingContext context, ObjectNode result) {
    Note note = Note.of(context).about(artifact(result.path("structuredContent")));
    if (result.path("isError").asBoolean()) {
      note.outcome("failed", null);
    }
  }

  /** Clients have names of their own for artifacts; the answer says which one it is. */
  private static Subject artifact(JsonNode answer) {
    try {
      return Subject.artifact(UUID.fromString(answer.path("artifactId").asText()));
    } catch (IllegalArgumentException none) {
      return Subject.NONE;
    }
  }

  /** Whoever asked has gone away: nobody waits for the answer. */
  private static void hangUp(@Nullable Cancellable work, AsyncResult<Void> end) {
    if (end.failed() && work != null) {
      work.cancel();
    }
  }

  private Caller caller(SecurityIdentity identity) {
    Person person = CurrentPerson.of(identity, personConfig);
    String token = CurrentPerson.accessToken(identity);
    return new Caller(person, Uni.createFrom().deferred(() -> tokens.swap(token)));
  }

  private static RpcError error(Throwable failure) {
    return switch (failure) {
      case RpcException known -> known.error();
      case ProblemException known -> RpcError.badParams(known.problem().detail());
      default -> {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "MCP request failed, reference %s", reference);
        yield RpcError.unexpected(reference);
      }
    };
  }

  /** Null if the client does not want to know how far its request is, or takes no events. */
  private static @Nullable JsonNode progressToken(RoutingContext context, RpcMessage message) {
    String accept = context.request().getHeader("Accept");
    JsonNode token = message.meta().path("progressToken");
    boolean wanted = token.isTextual() || token.isNumber();
    return wanted && accept != null && accept.contains("text/event-stream") ? token : null;
  }

  private static boolean isJson(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return type != null && type.strip().startsWith("application/json");
  }

  private static void refuse(RoutingContext context, int status, String slug, String detail) {
    ProblemWriter.write(context, Problem.of(status, slug, "Not acceptable", detail));
  }
}
