package dev.liveartifacts.artifact.snapshot;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.util.Comparator;
import java.util.List;

/** Compares the arguments of calls as pages mean them. */
final class Arguments {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Comparator<JsonNode> BY_MEANING =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private Arguments() {}

  /** Numbers are compared by value; cache busters that pages add ({@code _cb}) do not count. */
  static boolean same(ObjectNode one, ObjectNode other) {
    return kept(one).equals(BY_MEANING, kept(other));
  }

  /** The same, but for what depends on the day. */
  static boolean sameBut(List<RelativeArgument> relative, ObjectNode one, ObjectNode other) {
    return same(without(relative, one), without(relative, other));
  }

  private static ObjectNode kept(ObjectNode arguments) {
    ObjectNode kept = arguments.deepCopy();
    kept.properties().removeIf(entry -> entry.getKey().startsWith("_"));
    return kept;
  }

  private static ObjectNode without(List<RelativeArgument> relative, ObjectNode arguments) {
    ObjectNode rest = arguments.deepCopy();
    relative.forEach(argument -> remove(JsonPointer.compile(argument.path()), rest));
    return rest;
  }

  /** In an array the place stays, so that its neighbours keep theirs. */
  private static void remove(JsonPointer path, ObjectNode arguments) {
    if (path.matches()) {
      return;
    }
    JsonPointer last = path.last();
    if (arguments.at(path.head()) instanceof ContainerNode<?> parent) {
      if (parent instanceof ObjectNode object) {
        object.remove(last.getMatchingProperty());
      } else if (last.mayMatchElement() && last.getMatchingIndex() < parent.size()) {
        ((com.fasterxml.jackson.databind.node.ArrayNode) parent).setNull(last.getMatchingIndex());
      }
    }
  }
}
