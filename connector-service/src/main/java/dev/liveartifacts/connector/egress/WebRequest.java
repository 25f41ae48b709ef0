package dev.liveartifacts.connector.egress;

import java.net.URI;
import java.util.Map;

/** A request outside MCP. Its body and headers may hold secrets and are never printed. */
public record WebRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
  public WebRequest {
    headers = Map.copyOf(headers);
  }

  public static WebRequest get(URI uri) {
    return new WebRequest("GET", uri, Map.of("Accept", "application/json"), new byte[0]);
  }

  @Override
  public String toString() {
    return "WebRequest[" + method + "]";
  }
}
