package dev.liveartifacts.artifact.publication.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes of a result what its owner lets others see. Everything in it is written anew from the
 * fields that stay: nothing of a text, a block or an attachment is carried over by the way.
 */
public final class Reduction {
  private Reduction() {}

  /**
   * The reduced result, in the form of the one that came; empty if nothing of it stays.
   *
   * @param paths of the fields that stay, see {@link Field#path}
   */
  public static Optional<ObjectNode> of(byte[] result, Collection<String> paths) {
    Kept kept = Kept.of(paths);
    List<Part> parts = Parts.of(result);
    Optional<JsonNode> structured =
        parts.stream()
            .filter(Part.Structured.class::isInstance)
            .findFirst()
            .flatMap(part -> json(kept, part));
    ObjectNode reduced = Parts.JSON.createObjectNode();
    ArrayNode content = reduced.putArray("content");
    boolean any = structured.isPresent();
    for (Part part : parts) {
      if (!(part instanceof Part.Structured)) {
        Optional<String> text = text(part, kept, structured);
        any |= text.isPresent();
        // an empty text holds the place: pages count blocks
        content.addObject().put("type", "text").put("text", text.orElse(""));
      }
    }
    structured.ifPresent(data -> reduced.set("structuredContent", data));
    return any ? Optional.of(reduced) : Optional.empty();
  }

  private static Optional<String> text(Part part, Kept kept, Optional<JsonNode> structured) {
    return switch (part) {
      case Part.Mirror(var _) -> structured.map(JsonNode::toString);
      case Part.Json(var _, var _, var fenced) ->
          json(kept, part).map(data -> fenced ? "```json\n" + data + "\n```" : data.toString());
      case Part.Table(var _, var _) -> json(kept, part).map(Reduction::table);
      case Part.Prose(var _, var text) ->
          kept.below(part.path()).filter(Kept::value).map(stays -> text);
      case Part.Structured _, Part.Opaque _ -> Optional.empty();
    };
  }

  private static Optional<JsonNode> json(Kept kept, Part part) {
    JsonNode data =
        switch (part) {
          case Part.Structured(var whole) -> whole;
          case Part.Json(var _, var whole, var _) -> whole;
          case Part.Table(var _, var rows) -> rows;
          case Part.Mirror _, Part.Prose _, Part.Opaque _ -> Parts.JSON.missingNode();
        };
    return kept.below(part.path()).flatMap(below -> below.of(data));
  }

  private static String table(JsonNode rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
    StringBuilder text = new StringBuilder(line(List.copyOf(columns)));
    text.append(line(columns.stream().map(column -> "---").toList()));
    rows.forEach(
        row -> text.append(line(columns.stream().map(name -> row.path(name).asText("")).toList())));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
