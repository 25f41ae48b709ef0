package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A method with its parameters, before an era puts it into a message.
 *
 * @param repeatable true if asking twice does no harm
 * @param mirrored parameters that travel as headers too, where the era has that
 */
record RpcCall(String method, ObjectNode params, boolean repeatable, Map<String, String> mirrored) {
  RpcCall {
    mirrored = Map.copyOf(mirrored);
  }

  /** A call that changes nothing. */
  static RpcCall of(String method, ObjectNode params) {
    return new RpcCall(method, params, true, Map.of());
  }

  RpcCall with(ObjectNode other) {
    return new RpcCall(method, other, repeatable, mirrored);
  }
}
