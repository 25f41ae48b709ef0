package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.mcp.wire.ServerRequest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * What a server gets when it asks: a pong, a person's words, or the answer that this client does
 * not do that.
 */
final class Replies {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Respondent respondent;

  Replies(Respondent respondent) {
    this.respondent = respondent;
  }

  /** What servers are told that they may ask for. */
  ObjectNode capabilities() {
    ObjectNode capabilities = RpcJson.object();
    if (respondent.isPresent()) {
      capabilities.putObject("elicitation").putObject("form");
    }
    return capabilities;
  }

  boolean someoneIsPresent() {
    return respondent.isPresent();
  }

  Uni<ObjectNode> to(McpTarget target, ServerRequest asked) {
    return switch (asked.method()) {
      case "ping" -> Uni.createFrom().item(RpcJson.result(asked, RpcJson.object()));
      case "elicitation/create" ->
          elicited(target, read(asked)).map(result -> RpcJson.result(asked, result));
      default -> Uni.createFrom().item(RpcJson.notKnown(asked));
    };
  }

  /** The result of {@code elicitation/create}. */
  Uni<ObjectNode> elicited(McpTarget target, JsonNode question) {
    return respondent.answer(target, question).map(words -> result(question, words));
  }

  /** Fields that the person left out take the default that the server gave (SEP-1034). */
  private static ObjectNode result(JsonNode question, Optional<ObjectNode> words) {
    if (words.isEmpty()) {
      return RpcJson.object().put("action", "decline");
    }
    ObjectNode content = words.get().deepCopy();
    for (var field : question.path("requestedSchema").path("properties").properties()) {
      if (field.getValue().has("default") && !content.has(field.getKey())) {
        content.set(field.getKey(), field.getValue().path("default"));
      }
    }
    return RpcJson.object().put("action", "accept").set("content", content);
  }

  private static JsonNode read(ServerRequest asked) {
    try {
      return JSON.readTree(asked.params() == null ? "{}" : asked.params());
    } catch (JsonProcessingException e) {
      return RpcJson.object();
    }
  }
}
