package dev.liveartifacts.connector.builtin;

import dev.liveartifacts.connector.mcp.LocalServers;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where a built-in connector is reached: {@code live-builtin://kind/connector-id}. */
public record BuiltInEndpoint(String kind, UUID connectorId) {
  public URI uri() {
    return URI.create(LocalServers.SCHEME + "://" + kind + "/" + connectorId);
  }

  /** Empty for an address that is none of ours. */
  static Optional<BuiltInEndpoint> of(URI uri) {
    if (!LocalServers.areAt(uri) || uri.getHost() == null || uri.getPath().length() < 2) {
      return Optional.empty();
    }
    try {
      UUID connectorId = UUID.fromString(uri.getPath().substring(1));
      return Optional.of(new BuiltInEndpoint(uri.getHost(), connectorId));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
