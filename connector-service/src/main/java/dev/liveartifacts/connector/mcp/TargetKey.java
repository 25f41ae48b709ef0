package dev.liveartifacts.connector.mcp;

import java.net.URI;
import java.util.UUID;

/** A target without its credential: whatever is kept per target is kept under this. */
record TargetKey(UUID connectionId, int generation, URI endpoint) {
  static TargetKey of(McpTarget target) {
    return new TargetKey(target.connectionId(), target.generation(), target.endpoint());
  }
}
