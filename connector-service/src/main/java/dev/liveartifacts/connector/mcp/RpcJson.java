package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.mcp.wire.RpcAnswer;
import dev.liveartifacts.connector.mcp.wire.ServerRequest;
import java.util.Map;

/** The JSON-RPC messages that a client writes. */
final class RpcJson {
  static final Map<String, String> HEADERS =
      Map.of(
          "Accept", "application/json, text/event-stream",
          "Content-Type", "application/json",
          "User-Agent", "LiveArtifacts");
  static final McpFailure BROKEN =
      new McpFailure.Unreachable("closed the connection before its answer was complete");
  private static final int METHOD_NOT_FOUND = -32601;
  private static final ObjectMapper JSON = new ObjectMapper();

  private RpcJson() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode request(long id, String method, ObjectNode params) {
    ObjectNode message = object().put("jsonrpc", "2.0").put("id", id).put("method", method);
    return message.set("params", params);
  }

  static ObjectNode hello(String protocolVersion, ObjectNode capabilities) {
    ObjectNode params = object().put("protocolVersion", protocolVersion);
    params.set("capabilities", capabilities);
    params.set("clientInfo", clientInfo());
    return params;
  }

  static ObjectNode clientInfo() {
    return object()
        .put("name", "live-artifacts")
        .put("title", "Live Artifacts")
        .put("version", version());
  }

  static ObjectNode initialized() {
    return object().put("jsonrpc", "2.0").put("method", "notifications/initialized");
  }

  static ObjectNode cancelled(long id) {
    ObjectNode message = object().put("jsonrpc", "2.0").put("method", "notifications/cancelled");
    message.putObject("params").put("requestId", id).put("reason", "No longer needed");
    return message;
  }

  static ObjectNode result(ServerRequest asked, ObjectNode result) {
    return replyTo(asked).set("result", result);
  }

  static ObjectNode notKnown(ServerRequest asked) {
    ObjectNode message = replyTo(asked);
    message
        .putObject("error")
        .put("code", METHOD_NOT_FOUND)
        .put("message", "This client does not do that");
    return message;
  }

  private static ObjectNode replyTo(ServerRequest asked) {
    return object().put("jsonrpc", "2.0").putRawValue("id", raw(asked.id()));
  }

  /** Why an answer that carries no result carries none. */
  static McpFailure noResult(RpcAnswer answer) {
    return answer instanceof RpcAnswer.Interrupted
        ? BROKEN
        : new McpFailure.NotMcp("answered with nothing");
  }

  static byte[] bytes(ObjectNode message) {
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The message cannot be written as JSON", e);
    }
  }

  private static RawValue raw(String text) {
    return new RawValue(text);
  }

  private static String version() {
    String version = RpcJson.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }
}
