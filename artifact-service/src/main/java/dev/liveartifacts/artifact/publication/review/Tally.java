package dev.liveartifacts.artifact.publication.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what stands at one path of a result, and below it. */
final class Tally {
  /** Stands in a path for every element of a list. */
  static final String EACH = "*";

  private static final int LONGEST_SAMPLE = 120;

  private final Map<String, Tally> children = new LinkedHashMap<>();
  private final Set<String> types = new TreeSet<>();
  private int containers;
  private int values;
  private int filled;
  private @Nullable String sample;

  /** Says whether there was room for everything. */
  boolean count(JsonNode node, Room room) {
    if (node.isEmpty() && node.isContainerNode()) {
      return value("empty", null);
    }
    return switch (node.getNodeType()) {
      case OBJECT -> object(node, room);
      case ARRAY -> array(node, room);
      case STRING -> value("text", node.textValue());
      case NUMBER -> value("number", node.asText());
      case BOOLEAN -> value("yes/no", node.asBoolean() ? "yes" : "no");
      case NULL, MISSING, BINARY, POJO -> value("empty", null);
    };
  }

  /** The fields at this path and below it, in the order in which they came. */
  Stream<Field> fields(String path, int places) {
    Stream<Field> own = values == 0 ? Stream.empty() : Stream.of(field(path, places));
    return Stream.concat(
        own,
        children.entrySet().stream()
            .flatMap(child ->
                child
                    .getValue()
                    .fields(
                        path + '/' + child.getKey(),
                        child.getKey().equals(EACH) ? child.getValue().places() : containers)));
  }

  static String escaped(String key) {
    String name = key.replace("~", "~0").replace("/", "~1");
    return name.equals(EACH) ? "~2" : name;
  }

  private int places() {
    return values + containers;
  }

  private Field field(String path, int places) {
    return new Field(
        path, String.join(", ", types), sample, places == 0 ? 0 : (double) filled / places);
  }

  private boolean object(JsonNode object, Room room) {
    containers++;
    boolean all = true;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      all &= below(escaped(entry.getKey()), entry.getValue(), room);
    }
    return all;
  }

  private boolean array(JsonNode array, Room room) {
    containers++;
    boolean all = true;
    for (JsonNode element : array) {
      all &= below(EACH, element, room);
    }
    return all;
  }

  private boolean below(String key, JsonNode node, Room room) {
    Tally known = children.get(key);
    if (known == null && !room.take()) {
      return false;
    }
    return children.computeIfAbsent(key, fresh -> new Tally()).count(node, room);
  }

  private boolean value(String type, @Nullable String text) {
    values++;
    types.add(type);
    if (text != null && !text.isBlank()) {
      filled++;
      sample = sample == null ? cut(text) : sample;
    }
    return true;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE) + "…";
  }

  /** How many more paths may be told apart. */
  static final class Room {
    private int left;

    Room(int left) {
      this.left = left;
    }

    boolean take() {
      left--;
      return left >= 0;
    }
  }
}
