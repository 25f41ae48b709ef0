package dev.liveartifacts.artifact.publication.review;

import java.util.ArrayList;
import java.util.List;

/**
 * What a result holds, field by field.
 *
 * @param more true if there are more fields than can be looked at; those are never kept
 * @param leftOut blocks that cannot be looked into, by their type; they are never kept either
 */
public record Fields(List<Field> fields, boolean more, List<String> leftOut) {
  private static final int MOST_PATHS = 600;

  public Fields {
    fields = List.copyOf(fields);
    leftOut = List.copyOf(leftOut);
  }

  /** Takes a while for a large result: not for an event loop. Never fails. */
  public static Fields of(byte[] result) {
    Tally.Room room = new Tally.Room(MOST_PATHS);
    List<Field> fields = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    boolean all = true;
    for (Part part : Parts.of(result)) {
      Tally tally = new Tally();
      all &=
          switch (part) {
            case Part.Structured(var data) -> tally.count(data, room);
            case Part.Json(var _, var data, var _) -> tally.count(data, room);
            case Part.Table(var _, var rows) -> tally.count(rows, room);
            case Part.Prose(var _, var text) ->
                tally.count(Parts.JSON.getNodeFactory().textNode(text), room);
            case Part.Mirror(var _) -> true;
            case Part.Opaque(var _, var type) -> leftOut.add(type);
          };
      tally.fields(part.path(), 1).forEach(fields::add);
    }
    return new Fields(fields, !all, leftOut);
  }
}
