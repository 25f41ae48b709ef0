package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.CanonicalJson;
import dev.liveartifacts.connector.json.Sha256;
import java.util.Map;

/** The structure of a result: where its data stands, its paths and types, without values. */
record Shape(Source source, Structure root) {
  /** Beyond this, what is remembered is not worth remembering. */
  private static final int MOST_PLACES = 4_000;

  /**
   * The shape of the next result of the same call, which keeps what this one knew better: null,
   * missing optional fields and empty arrays are no change.
   */
  Shape updated(Shape now) {
    if (source != now.source) {
      return now;
    }
    Structure next = root.updated(now.root);
    return next.places() <= MOST_PLACES ? new Shape(source, next) : now;
  }

  /**
   * SHA-256 of paths and types in canonical form. Whether a field may be missing is not part of it,
   * nor is a field that was never more than null.
   */
  String hash() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, Structure> place : root.byPath().entrySet()) {
      if (!place.getValue().kinds().isEmpty()) {
        ArrayNode kinds = fields.putArray(place.getKey());
        place.getValue().kinds().forEach(kind -> kinds.add(kind.word()));
      }
    }
    ObjectNode shape = JsonNodeFactory.instance.objectNode().put("source", source.name());
    shape.set("fields", fields);
    return Sha256.hex(CanonicalJson.of(shape));
  }
}
