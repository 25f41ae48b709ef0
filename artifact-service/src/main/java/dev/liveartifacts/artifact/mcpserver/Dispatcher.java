package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The methods of the protocol. */
@Singleton
class Dispatcher {
  /** What we offer changes with a new release of ours, so a client may keep it a while. */
  private static final long OFFER_TTL_MILLIS = 300_000;

  private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

  private final Toolbox toolbox;
  private final Library library;
  private final ServerCard card;

  Dispatcher(
      Toolbox toolbox,
      Library library,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.toolbox = toolbox;
    this.library = library;
    this.card = new ServerCard(version);
  }

  /** Says whether there is a tool of this name. */
  boolean knows(String tool) {
    return toolbox.knows(tool);
  }

  /** The result of a request. */
  Uni<ObjectNode> answer(RpcMessage message, Envelope envelope, Caller caller, Progress progress) {
    return result(message, envelope, caller, progress)
        .map(result -> envelope.isStateless() ? signed(result) : result);
  }

  private Uni<ObjectNode> result(
      RpcMessage message, Envelope envelope, Caller caller, Progress progress) {
    JsonNode params = message.params();
    return switch (message.method()) {
      case "tools/list" -> offer(toolbox.list());
      case "tools/call" ->
          json(
              toolbox.call(text(params, "name"), ask(message, envelope, caller, progress)),
              envelope);
      case "resources/list" -> offer(library.resources());
      case "resources/templates/list" -> offer(library.templates());
      case "resources/read" ->
          library.read(text(params, "uri"), caller).map(result -> cacheable(result, "private", 0));
      case "prompts/list" -> offer(library.prompts());
      case "prompts/get" ->
          json(
              library.prompt(text(params, "name"), ask(message, envelope, caller, progress)),
              envelope);
      case "completion/complete" -> library.complete(params, caller);
      default -> ofOneEra(message, envelope);
    };
  }

  private Uni<ObjectNode> ofOneEra(RpcMessage message, Envelope envelope) {
    return switch (envelope.era().name() + " " + message.method()) {
      case "SESSION initialize" ->
          item(card.initialized(message.params().path("protocolVersion").asText()));
      case "SESSION ping" -> item(JsonNodeFactory.instance.objectNode());
      case "STATELESS server/discover" -> offer(card.discovered());
      default -> throw new RpcException(RpcError.noSuchMethod(message.method(), envelope.era()));
    };
  }

  private static Ask ask(RpcMessage message, Envelope envelope, Caller caller, Progress progress) {
    JsonNode params = message.params();
    JsonNode arguments = params.path("arguments");
    if (!arguments.isMissingNode() && !arguments.isObject()) {
      throw new RpcException(RpcError.badParams("The arguments are a JSON object."));
    }
    return new Ask(
        caller,
        arguments instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode(),
        envelope::clientCan,
        params.path("inputResponses"),
        params.path("requestState").asText(null),
        progress);
  }

  private static Uni<ObjectNode> json(Uni<? extends Outcome> outcome, Envelope envelope) {
    return outcome.map(known ->
        switch (known) {
          case Outcome.Done done -> done.result();
          case Outcome.AskBack asking when envelope.isStateless() -> asking.json();
          case Outcome.AskBack asking ->
              throw new IllegalStateException("A client of the session era was asked back");
        });
  }

  private static String text(JsonNode params, String name) {
    if (!params.path(name).isTextual()) {
      throw new RpcException(RpcError.badParams("The request needs '" + name + "', a text."));
    }
    return params.path(name).textValue();
  }

  private static Uni<ObjectNode> offer(ObjectNode result) {
    return item(cacheable(result, "public", OFFER_TTL_MILLIS));
  }

  private static Uni<ObjectNode> item(ObjectNode result) {
    return Uni.createFrom().item(result);
  }

  private static ObjectNode cacheable(ObjectNode result, String scope, long ttlMillis) {
    return result.put("ttlMs", ttlMillis).put("cacheScope", scope);
  }

  private ObjectNode signed(ObjectNode result) {
    if (!result.has("resultType")) {
      result.put("resultType", "complete");
    }
    result.withObject("/_meta").set(SERVER_INFO, card.info());
    return result;
  }
}
