package dev.liveartifacts.connector.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.mcp.LocalServers;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.mcp.wire.RpcAnswer;
import dev.liveartifacts.connector.mcp.wire.RpcPost;
import dev.liveartifacts.connector.mcp.wire.ServerRequest;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers the messages of the MCP client for the built-in connectors (MCP 2026-07-28). */
@ApplicationScoped
public class BuiltInServers implements LocalServers {
  private static final String VERSION = "2026-07-28";

  private final Map<String, BuiltIn> kinds;

  public BuiltInServers(@All List<BuiltIn> kinds) {
    this.kinds = kinds.stream().collect(Collectors.toMap(BuiltIn::kind, Function.identity()));
  }

  @Override
  public Uni<RpcAnswer> post(RpcPost post, Consumer<ServerRequest> serverRequests) {
    return Uni.createFrom().deferred(() -> answer(post)).map(BuiltInServers::result);
  }

  private Uni<byte[]> answer(RpcPost post) {
    BuiltInEndpoint endpoint =
        BuiltInEndpoint.of(post.endpoint()).orElseThrow(BuiltInServers::nobody);
    BuiltIn server = kinds.get(endpoint.kind());
    if (server == null) {
      throw nobody();
    }
    JsonNode message = tree(post.body());
    Asker asker = new Asker(endpoint.connectorId(), post.credential());
    return switch (message.path("method").asText("")) {
      case "server/discover" -> Uni.createFrom().item(discovered(server));
      case "tools/list" -> server.tools(asker).map(BuiltInServers::listed);
      case "tools/call" -> called(server, asker, message.path("params"));
      default -> throw rpc(McpFailure.RpcError.METHOD_NOT_FOUND, "There is no such method.");
    };
  }

  private static Uni<byte[]> called(BuiltIn server, Asker asker, JsonNode params) {
    if (!(params.path("arguments") instanceof ObjectNode arguments)) {
      throw rpc(McpFailure.RpcError.INVALID_PARAMS, "The arguments are not an object.");
    }
    return server.call(asker, params.path("name").asText(""), arguments).map(ToolResult::json);
  }

  private static byte[] discovered(BuiltIn server) {
    ObjectNode result = ExactJson.emptyObject().put("resultType", "complete");
    result.putArray("supportedVersions").add(VERSION);
    result.putObject("capabilities").putObject("tools");
    result
        .putObject("_meta")
        .putObject("io.modelcontextprotocol/serverInfo")
        .put("name", "live-artifacts-" + server.kind())
        .put("version", "1");
    return bytes(result);
  }

  private static byte[] listed(List<OfferedTool> tools) {
    ObjectNode result = ExactJson.emptyObject();
    ArrayNode list = result.putArray("tools");
    tools.forEach(tool -> list.add(described(tool)));
    return bytes(result);
  }

  private static ObjectNode described(OfferedTool tool) {
    ObjectNode described =
        ExactJson.emptyObject()
            .put("name", tool.name())
            .put("title", tool.title())
            .put("description", tool.description());
    described.set("inputSchema", tool.inputSchema());
    described
        .putObject("annotations")
        .put("readOnlyHint", tool.readOnly())
        .put("openWorldHint", tool.openWorld());
    return described;
  }

  private static RpcAnswer result(byte[] json) {
    return new RpcAnswer.Result(json, null);
  }

  private static byte[] bytes(ObjectNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode tree(byte[] message) {
    try {
      return ExactJson.tree(message);
    } catch (IOException e) {
      throw rpc(McpFailure.RpcError.INVALID_PARAMS, "The message says a name twice.");
    }
  }

  private static McpException nobody() {
    return new McpException(new McpFailure.Unreachable("is no longer here"));
  }

  private static McpException rpc(int code, String message) {
    return new McpException(new McpFailure.RpcError(200, code, message));
  }
}
