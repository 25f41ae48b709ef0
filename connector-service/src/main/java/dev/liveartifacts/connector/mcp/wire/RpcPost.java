package dev.liveartifacts.connector.mcp.wire;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC message to be posted.
 *
 * @param id the id that the answer has to carry; null for a notification, which gets none
 * @param credential left out when a redirect leads to another origin
 */
public record RpcPost(
    URI endpoint,
    Map<String, String> headers,
    @Nullable Credential credential,
    byte[] body,
    @Nullable Long id) {
  public RpcPost {
    headers = Map.copyOf(headers);
  }

  RpcPost redirectedTo(URI location) {
    boolean sameOrigin = Origin.of(endpoint).equals(Origin.of(location));
    return new RpcPost(location, headers, sameOrigin ? credential : null, body, id);
  }

  @Override
  public String toString() {
    return "RpcPost[" + id + "]";
  }
}
