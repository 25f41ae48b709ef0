package dev.liveartifacts.connector.mcp;

import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.mcp.wire.RpcAnswer;
import dev.liveartifacts.connector.mcp.wire.RpcPost;
import dev.liveartifacts.connector.mcp.wire.ServerWord;
import dev.liveartifacts.connector.mcp.wire.Transport;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.function.Consumer;

/**
 * MCP servers of our own, inside this process, which speak the stateless protocol. Their endpoints
 * have a scheme that the egress guard refuses, so that nobody can enter one and no redirect leads
 * to one: only the service itself gives them to connectors.
 */
public interface LocalServers extends Transport {
  String SCHEME = "live-builtin";

  /** There are none. */
  LocalServers NONE =
      (post, serverRequests) ->
          Uni.createFrom()
              .failure(new McpException(new McpFailure.Unreachable("is not part of this process")));

  static boolean areAt(URI endpoint) {
    return SCHEME.equals(endpoint.getScheme());
  }

  /** They tell nothing: who changes one changes its connection's generation. */
  @Override
  default Uni<RpcAnswer> listen(RpcPost post, Consumer<ServerWord> words) {
    return Uni.createFrom()
        .failure(
            new McpException(
                new McpFailure.RpcError(
                    404, McpFailure.RpcError.METHOD_NOT_FOUND, "There is nothing to hear")));
  }
}
