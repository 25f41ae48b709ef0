package dev.liveartifacts.connector.mcp.wire;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/** What carries messages to servers and brings their answers. Fails with {@link McpException}. */
public interface Transport {
  /** Sends a message and reads as far as its answer. */
  Uni<RpcAnswer> post(RpcPost post, Consumer<ServerRequest> serverRequests);

  /** Hears what a server tells of its own accord. */
  Uni<RpcAnswer> listen(RpcPost post, Consumer<ServerWord> words);
}
