package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How asking a tool or a prompt ended. */
public sealed interface Outcome {
  /** It is answered. */
  record Done(ObjectNode result) implements Outcome {}

  /**
   * Something has to be known first: the client asks, and sends the request once more with what it
   * heard. Only for clients of the stateless era that can do what is asked of them.
   *
   * @param requests by a key of ours, each with {@code method} and {@code params}
   * @param state comes back as it is; whoever relies on it has to sign it
   */
  record AskBack(Map<String, ObjectNode> requests, @Nullable String state) implements Outcome {
    public AskBack {
      requests = Map.copyOf(requests);
    }

    ObjectNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("resultType", "input_required");
      ObjectNode all = json.putObject("inputRequests");
      requests.forEach(all::set);
      return state == null ? json : json.put("requestState", state);
    }
  }
}
