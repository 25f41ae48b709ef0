package dev.liveartifacts.connector.mcp;

import io.smallrye.mutiny.Uni;

/** One way of speaking MCP: what surrounds a request, and what has to happen before it. */
sealed interface ProtocolEra permits SessionEra, StatelessEra {
  /**
   * The raw {@code result}. Fails with {@link dev.liveartifacts.connector.mcp.wire.McpException}.
   */
  Uni<byte[]> request(McpTarget target, RpcCall call);

  /** Who answers at the target. */
  Uni<ServerInfo> greet(McpTarget target);

  /** False for a tool that the era's rules forbid to offer. */
  default boolean accepts(Tool tool) {
    return true;
  }
}
