package dev.liveartifacts.connector.mcp.wire;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC message to be posted.
 *
 * @param body empty for a request that asks for a stream, or ends a session
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

  /** The same with one more header. */
  public RpcPost with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new RpcPost(endpoint, more, credential, body, id);
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
