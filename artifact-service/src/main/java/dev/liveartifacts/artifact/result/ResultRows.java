package dev.liveartifacts.artifact.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of a result: the longest list of objects in it, else the longest list; lists inside
 * lists do not count. What holds no list at all is one row.
 *
 * @param list true if there was a list
 * @param rows a value that is no object stands in a row of its own, as {@code value}
 */
public record ResultRows(boolean list, List<ObjectNode> rows) {
  private static final int DEEPEST = 40;

  public ResultRows {
    rows = List.copyOf(rows);
  }

  /**
   * Reads an MCP {@code CallToolResult}. Takes a while for a large one: not for an event loop.
   * Never fails; numbers keep their precision.
   */
  public static ResultRows of(byte[] result) {
    JsonNode data = ResultData.of(result);
    return lists(data, 0)
        .max(Comparator.comparing(ResultRows::ofObjects).thenComparing(JsonNode::size))
        .map(list -> new ResultRows(true, rows(list)))
        .orElseGet(() -> new ResultRows(false, data.isObject() ? rows(List.of(data)) : List.of()));
  }

  private static Stream<JsonNode> lists(JsonNode at, int depth) {
    if (at.isArray()) {
      return Stream.of(at);
    }
    return depth > DEEPEST
        ? Stream.empty()
        : StreamSupport.stream(at.spliterator(), false).flatMap(below -> lists(below, depth + 1));
  }

  private static boolean ofObjects(JsonNode list) {
    long objects =
        StreamSupport.stream(list.spliterator(), false).filter(JsonNode::isObject).count();
    return objects * 2 > list.size();
  }

  private static List<ObjectNode> rows(Iterable<JsonNode> list) {
    return StreamSupport.stream(list.spliterator(), false).map(ResultRows::row).toList();
  }

  private static ObjectNode row(JsonNode element) {
    return element instanceof ObjectNode object
        ? object
        : JsonNodeFactory.instance.objectNode().set("value", element);
  }
}
