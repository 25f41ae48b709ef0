package dev.liveartifacts.artifact.publication.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that stay, as a tree. What is not named in it goes, whether it was seen or not. */
final class Kept {
  private final Map<String, Kept> children = new HashMap<>();
  private boolean value;

  static Kept of(Collection<String> paths) {
    Kept root = new Kept();
    paths.stream().filter(path -> path.startsWith("/")).forEach(root::add);
    return root;
  }

  /** What is kept below a path of plain keys. */
  Optional<Kept> below(String path) {
    @Nullable Kept at = this;
    for (String key : path.substring(1).split("/", -1)) {
      at = at == null ? null : at.children.get(key);
    }
    return Optional.ofNullable(at);
  }

  /** True if the value itself stays. */
  boolean value() {
    return value;
  }

  /** The node with what stays of it; empty if that is nothing. */
  Optional<JsonNode> of(JsonNode node) {
    if (!node.isContainerNode() || node.isEmpty()) {
      return value ? Optional.of(node) : Optional.empty();
    }
    if (children.isEmpty()) {
      return Optional.empty();
    }
    return node.isArray() ? Optional.ofNullable(array(node)) : Optional.of(object(node));
  }

  private ObjectNode object(JsonNode node) {
    ObjectNode rest = Parts.JSON.createObjectNode();
    node.properties()
        .forEach(entry ->
            Optional.ofNullable(children.get(Tally.escaped(entry.getKey())))
                .flatMap(kept -> kept.of(entry.getValue()))
                .ifPresent(value -> rest.set(entry.getKey(), value)));
    return rest;
  }

  /** Elements keep their places: one of which nothing stays is null, or an empty object. */
  private @Nullable ArrayNode array(JsonNode node) {
    Kept each = children.get(Tally.EACH);
    if (each == null) {
      return null;
    }
    ArrayNode rest = Parts.JSON.createArrayNode();
    for (JsonNode element : node) {
      rest.add(each.of(element).orElse(Parts.JSON.nullNode()));
    }
    return rest;
  }

  private void add(String path) {
    Kept at = this;
    for (String key : path.substring(1).split("/", -1)) {
      at = at.children.computeIfAbsent(key, fresh -> new Kept());
    }
    at.value = true;
  }
}
