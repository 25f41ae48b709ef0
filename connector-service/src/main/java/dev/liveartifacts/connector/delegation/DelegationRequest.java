package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls that somebody delegates, as they arrive. */
public record DelegationRequest(List<Item> calls) {
  private static final int MOST_CALLS = 100;

  /** One call. */
  public record Item(UUID connectorId, String tool, Map<String, Object> arguments) {}

  static List<DelegatedCall> read(byte[] body) {
    JsonNode calls = tree(body).path("calls");
    if (!calls.isArray() || calls.size() > MOST_CALLS) {
      throw ProblemException.invalid("A delegation lists its calls, " + MOST_CALLS + " at most.");
    }
    List<DelegatedCall> read = new ArrayList<>();
    calls.forEach(call -> read.add(call(call)));
    return read;
  }

  private static DelegatedCall call(JsonNode call) {
    String tool = call.path("tool").asText("");
    if (tool.isBlank() || tool.length() > 256) {
      throw ProblemException.invalid("A delegated call names its tool.");
    }
    return switch (call.path("arguments")) {
      case ObjectNode arguments -> new DelegatedCall(connector(call), tool, arguments);
      case JsonNode none when none.isMissingNode() || none.isNull() ->
          new DelegatedCall(connector(call), tool, ExactJson.emptyObject());
      default -> throw ProblemException.invalid("Tool args must be an object.");
    };
  }

  private static UUID connector(JsonNode call) {
    try {
      return UUID.fromString(call.path("connectorId").asText(""));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("A delegated call names its connector.");
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      return ExactJson.tree(body);
    } catch (IOException e) {
      throw ProblemException.invalid("The delegation is not JSON, or says a name twice.");
    }
  }
}
