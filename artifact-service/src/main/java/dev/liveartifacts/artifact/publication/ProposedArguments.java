package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.delegation.Proposal;
import java.util.List;
import java.util.Optional;

/** The arguments of a proposed call as they are today. */
final class ProposedArguments {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProposedArguments() {}

  static ObjectNode now(Proposal.Call call) {
    ObjectNode arguments = call.arguments().deepCopy();
    relative(call)
        .forEach(
            argument -> today(argument).ifPresent(value -> set(argument.path(), value, arguments)));
    return arguments;
  }

  /** JSON Pointers to those that depend on the day. */
  static List<String> paths(Proposal.Call call) {
    return relative(call).stream().map(Proposal.Argument::path).toList();
  }

  private static List<Proposal.Argument> relative(Proposal.Call call) {
    return call.relative().stream().filter(argument -> argument.chosen() != null).toList();
  }

  private static Optional<JsonNode> today(Proposal.Argument argument) {
    return argument.candidates().stream()
        .filter(meaning -> meaning.expression().equals(argument.chosen()))
        .findFirst()
        .map(meaning -> JSON.valueToTree(meaning.today()));
  }

  private static void set(String path, JsonNode value, ObjectNode arguments) {
    JsonPointer place = JsonPointer.compile(path);
    JsonNode parent = arguments.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    }
  }
}
