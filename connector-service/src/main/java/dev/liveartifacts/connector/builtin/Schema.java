package dev.liveartifacts.connector.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.ExactJson;
import java.util.List;

/** Builds input schemas (JSON Schema 2020-12) of tools. Used once, not thread-safe. */
public final class Schema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final ObjectNode schema;
  private final ObjectNode properties;

  private Schema(ObjectNode schema) {
    this.schema = schema.put("type", "object");
    this.properties = schema.putObject("properties");
  }

  /** The schema of a tool's arguments. */
  public static Schema ofArguments() {
    return new Schema(ExactJson.emptyObject().put("$schema", DIALECT));
  }

  /** A schema inside another. */
  public static Schema ofObject() {
    return new Schema(ExactJson.emptyObject());
  }

  public static ObjectNode typed(String type) {
    return ExactJson.emptyObject().put("type", type);
  }

  public static ObjectNode words(List<String> words) {
    ObjectNode schema = typed("string");
    words.forEach(schema.putArray("enum")::add);
    return schema;
  }

  public static ObjectNode listOf(ObjectNode items) {
    return typed("array").set("items", items);
  }

  public static ObjectNode integer(int from, int to) {
    return typed("integer").put("minimum", from).put("maximum", to);
  }

  public Schema with(String name, ObjectNode property, String description) {
    properties.set(name, property.put("description", description));
    return this;
  }

  /**
   * The schema. Arguments beyond it are not refused: pages add some of their own, against caches.
   */
  public ObjectNode requiring(String... names) {
    if (names.length > 0) {
      List.of(names).forEach(schema.putArray("required")::add);
    }
    return schema;
  }
}
