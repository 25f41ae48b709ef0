package dev.liveartifacts.connector.mcp;

import io.smallrye.mutiny.Uni;

/** One way of speaking MCP: what surrounds a request, and what has to happen before it. */
sealed interface ProtocolEra permits SessionEra {
  /**
   * The raw {@code result}. Fails with {@link dev.liveartifacts.connector.mcp.wire.McpException}.
   */
  Uni<byte[]> request(McpTarget target, RpcCall call);

  /** Who answers at the target. */
  Uni<ServerInfo> greet(McpTarget target);
}
