package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server wants to know before it goes on (MCP 2026-07-28, multi round-trip requests), and
 * what it gets: a person's words if one is present, else a no.
 */
final class InputRequired {
  private static final int MOST_QUESTIONS = 20;

  private final McpTarget target;
  private final Replies replies;

  private record Reply(String key, ObjectNode result) {}

  InputRequired(McpTarget target, Replies replies) {
    this.target = target;
    this.replies = replies;
  }

  /** The parameters to try again with; empty if only a model could answer. */
  Uni<Optional<ObjectNode>> retry(ObjectNode params, JsonNode result) {
    List<Map.Entry<String, JsonNode>> asked =
        List.copyOf(result.path("inputRequests").properties());
    if (asked.size() > MOST_QUESTIONS || !asked.stream().allMatch(InputRequired::isAnswerable)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return Multi.createFrom()
        .iterable(asked)
        .onItem()
        .transformToUniAndConcatenate(this::reply)
        .collect()
        .asList()
        .map(given -> again(params, result, given));
  }

  private static boolean isAnswerable(Map.Entry<String, JsonNode> question) {
    String method = question.getValue().path("method").asText("");
    return method.equals("elicitation/create") || method.equals("roots/list");
  }

  private Uni<Reply> reply(Map.Entry<String, JsonNode> question) {
    if (question.getValue().path("method").asText("").equals("roots/list")) {
      ObjectNode none = RpcJson.object();
      none.putArray("roots");
      return Uni.createFrom().item(new Reply(question.getKey(), none));
    }
    return replies
        .elicited(target, question.getValue().path("params"))
        .map(result -> new Reply(question.getKey(), result));
  }

  private static Optional<ObjectNode> again(ObjectNode params, JsonNode result, List<Reply> given) {
    ObjectNode again = params.deepCopy();
    if (!given.isEmpty()) {
      ObjectNode responses = again.putObject("inputResponses");
      given.forEach(reply -> responses.set(reply.key(), reply.result()));
    }
    if (result.path("requestState").isTextual()) {
      again.set("requestState", result.path("requestState"));
    }
    return given.isEmpty() && !again.has("requestState") ? Optional.empty() : Optional.of(again);
  }
}
