package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shapes and traces as JSON text, as they are kept. */
final class ShapeText {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ShapeText() {}

  static String write(Shape shape) {
    ObjectNode node = MAPPER.createObjectNode().put("source", shape.source().name());
    node.set("root", write(shape.root()));
    return node.toString();
  }

  /**
   * @throws IllegalArgumentException if the text is not a shape
   */
  static Shape read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return new Shape(Source.valueOf(node.path("source").asText()), structure(node.path("root")));
    } catch (IOException e) {
      throw new IllegalArgumentException("A kept shape is not JSON", e);
    }
  }

  static String write(Map<String, Trace> traces) {
    return MAPPER.valueToTree(traces).toString();
  }

  static Map<String, Trace> traces(String text) {
    try {
      Map<String, Trace> traces = new TreeMap<>();
      for (Map.Entry<String, JsonNode> trace : MAPPER.readTree(text).properties()) {
        traces.put(trace.getKey(), MAPPER.treeToValue(trace.getValue(), Trace.class));
      }
      return traces;
    } catch (IOException e) {
      throw new IllegalArgumentException("Kept traces are not JSON", e);
    }
  }

  private static ObjectNode write(Structure structure) {
    ObjectNode node = MAPPER.createObjectNode().put("kinds", kinds(structure.kinds()));
    if (!structure.once().isEmpty()) {
      node.put("once", kinds(structure.once()));
    }
    if (structure.optional()) {
      node.put("optional", true);
    }
    if (structure.gone()) {
      node.put("gone", true);
    }
    if (!structure.fields().isEmpty()) {
      ObjectNode fields = node.putObject("fields");
      structure.fields().forEach((name, field) -> fields.set(name, write(field)));
    }
    Structure element = structure.element();
    if (element != null) {
      node.set("element", write(element));
    }
    return node;
  }

  private static Structure structure(JsonNode node) {
    SortedMap<String, Structure> fields = new TreeMap<>();
    node.path("fields")
        .properties()
        .forEach(field -> fields.put(field.getKey(), structure(field.getValue())));
    @Nullable JsonNode element = node.get("element");
    return new Structure(
        kinds(node.path("kinds").asText("")),
        kinds(node.path("once").asText("")),
        node.path("optional").asBoolean(false),
        node.path("gone").asBoolean(false),
        fields,
        element == null ? null : structure(element));
  }

  /** One letter for each: {@code o a s n b}. */
  private static String kinds(Set<Kind> kinds) {
    StringBuilder letters = new StringBuilder();
    kinds.forEach(kind -> letters.append(kind.word().charAt(0)));
    return letters.toString();
  }

  private static Set<Kind> kinds(String letters) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (letters.indexOf(kind.word().charAt(0)) >= 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
