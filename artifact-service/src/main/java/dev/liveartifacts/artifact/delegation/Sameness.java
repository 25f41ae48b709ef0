package dev.liveartifacts.artifact.delegation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.util.List;
import java.util.UUID;

/**
 * What makes two calls the same, whenever they are made: connector, tool, and arguments in which
 * expressions stand for the relative ones and the page's own names are left out.
 */
record Sameness(UUID connectorId, String tool, JsonNode arguments) {
  static Sameness of(Proposal.Call call) {
    List<RelativeArgument> chosen =
        call.relative().stream()
            .filter(argument -> argument.chosen() != null)
            .map(argument -> new RelativeArgument(argument.path(), "" + argument.chosen()))
            .toList();
    return of(call.connectorId(), call.tool(), call.arguments(), chosen);
  }

  static Sameness of(
      UUID connectorId, String tool, JsonNode arguments, List<RelativeArgument> relative) {
    JsonNode general = arguments.deepCopy();
    if (general instanceof ObjectNode object) {
      object.properties().removeIf(entry -> entry.getKey().startsWith("_"));
    }
    relative.forEach(argument -> put(general, argument));
    return new Sameness(connectorId, tool, general);
  }

  private static void put(JsonNode root, RelativeArgument argument) {
    JsonPointer place = JsonPointer.compile(argument.path());
    if (root.at(place).isMissingNode()) {
      return;
    }
    // An array cannot be taken for a value that somebody sent there.
    JsonNode expression = JsonNodeFactory.instance.arrayNode().add(argument.expression());
    switch (root.at(place.head())) {
      case ObjectNode object -> object.set(place.last().getMatchingProperty(), expression);
      case ArrayNode array -> array.set(place.last().getMatchingIndex(), expression);
      default -> {}
    }
  }
}
