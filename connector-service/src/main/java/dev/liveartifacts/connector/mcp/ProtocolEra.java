package dev.liveartifacts.connector.mcp;

import dev.liveartifacts.connector.mcp.wire.ServerWord;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/** One way of speaking MCP: what surrounds a request, and what has to happen before it. */
sealed interface ProtocolEra permits SessionEra, StatelessEra {
  /**
   * The raw {@code result}. Fails with {@link dev.liveartifacts.connector.mcp.wire.McpException}.
   */
  Uni<byte[]> request(McpTarget target, RpcCall call);

  /** Who answers at the target. */
  Uni<ServerInfo> greet(McpTarget target);

  /**
   * Hears what the server says of its own accord, until the stream is interrupted: then true; at
   * once false where the server tells nothing.
   */
  Uni<Boolean> listen(McpTarget target, Consumer<ServerWord> words);

  /** Nobody asks the target any more. */
  default void end(McpTarget target) {}

  /** False for a tool that the era's rules forbid to offer. */
  default boolean accepts(Tool tool) {
    return true;
  }
}
