package dev.liveartifacts.demo.fault;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Stands before every request: lets it in or not, counts it, and lets it fail if told so. */
@ApplicationScoped
class FaultGate {
  private static final int MAX_BODY_BYTES = 1_048_576;

  private final Door door;
  private final Tokens tokens;
  private final Faults faults;
  private final CallCounts counts;
  private final BodyHandler bodies = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);

  FaultGate(Door door, Tokens tokens, Faults faults, CallCounts counts) {
    this.door = door;
    this.tokens = tokens;
    this.faults = faults;
    this.counts = counts;
  }

  void register(@Observes Filters filters) {
    filters.register(this::enter, 300);
    filters.register(this::readBody, 200);
    filters.register(this::serve, 100);
  }

  private void enter(RoutingContext context) {
    if (!door.lets(context.normalizedPath(), context.request())) {
      context.response().setStatusCode(403).end();
    } else if (server(context).filter(server -> !accepts(server, context)).isPresent()) {
      Misbehaviour.unauthorized(context.response());
    } else {
      context.next();
    }
  }

  private void readBody(RoutingContext context) {
    if (server(context).isPresent() && context.request().method() == HttpMethod.POST) {
      bodies.handle(context);
    } else {
      context.next();
    }
  }

  private void serve(RoutingContext context) {
    Optional<Server> server = server(context);
    if (server.isEmpty()) {
      context.next();
      return;
    }
    Message message = message(context);
    counts.count(server.get(), message);
    faults
        .of(server.get(), message)
        .ifPresentOrElse(fault -> misbehave(fault, message, context), context::next);
  }

  private static void misbehave(Fault fault, Message message, RoutingContext context) {
    if (fault.delayMillis() == 0) {
      finish(fault, message, context);
    } else {
      context.vertx().setTimer(fault.delayMillis(), timer -> finish(fault, message, context));
    }
  }

  private static void finish(Fault fault, Message message, RoutingContext context) {
    if (fault.mode() == Mode.OK) {
      context.next();
    } else {
      Misbehaviour.act(fault, message, context.response());
    }
  }

  private boolean accepts(Server server, RoutingContext context) {
    return tokens.accept(server, context.request().getHeader("Authorization"));
  }

  private static Optional<Server> server(RoutingContext context) {
    return Server.at(context.normalizedPath());
  }

  private static Message message(RoutingContext context) {
    try {
      JsonObject json = context.body() == null ? null : context.body().asJsonObject();
      return json == null ? Message.NONE : Message.of(json);
    } catch (DecodeException | ClassCastException e) {
      return Message.NONE;
    }
  }
}
