package dev.liveartifacts.connector.call;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.CanonicalJson;
import dev.liveartifacts.connector.json.Sha256;
import java.util.UUID;

/** What makes two calls the same: connection, tool and arguments, in canonical form. */
final class CallKey {
  private CallKey() {}

  /**
   * SHA-256 in lower-case hex.
   *
   * @throws IllegalArgumentException if the arguments have no canonical form
   */
  static String of(UUID connectionId, String tool, ObjectNode arguments) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode(3);
    parts.add(connectionId.toString()).add(tool).add(arguments);
    return Sha256.hex(CanonicalJson.of(parts));
  }
}
