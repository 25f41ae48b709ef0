package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * What a server wants to know before it goes on (MCP 2026-07-28, multi round-trip requests), and
 * what it gets while nobody is there to ask: a no.
 */
final class InputRequired {
  private InputRequired() {}

  /** The parameters to try again with; empty if only a person or a model could answer. */
  static Optional<ObjectNode> retry(ObjectNode params, JsonNode result) {
    ObjectNode again = params.deepCopy();
    ObjectNode responses = RpcJson.object();
    for (Map.Entry<String, JsonNode> asked : result.path("inputRequests").properties()) {
      switch (asked.getValue().path("method").asText("")) {
        case "elicitation/create" -> responses.putObject(asked.getKey()).put("action", "decline");
        case "roots/list" -> responses.putObject(asked.getKey()).putArray("roots");
        default -> {
          return Optional.empty();
        }
      }
    }
    if (!responses.isEmpty()) {
      again.set("inputResponses", responses);
    }
    if (result.path("requestState").isTextual()) {
      again.set("requestState", result.path("requestState"));
    }
    return responses.isEmpty() && !again.has("requestState")
        ? Optional.empty()
        : Optional.of(again);
  }
}
