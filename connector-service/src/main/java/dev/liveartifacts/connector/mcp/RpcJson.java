package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.liveartifacts.connector.mcp.wire.ServerRequest;
import java.util.Map;

/** The JSON-RPC messages that a client of the session protocols writes. */
final class RpcJson {
  static final Map<String, String> HEADERS =
      Map.of(
          "Accept", "application/json, text/event-stream",
          "Content-Type", "application/json",
          "User-Agent", "LiveArtifacts");
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

  static ObjectNode hello(String protocolVersion) {
    ObjectNode params = object().put("protocolVersion", protocolVersion);
    params.putObject("capabilities");
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

  /** Ping is answered, elicitation declined as no person is there, anything else not known. */
  static ObjectNode replyTo(ServerRequest asked) {
    ObjectNode message = object().put("jsonrpc", "2.0").putRawValue("id", raw(asked.id()));
    switch (asked.method()) {
      case "ping" -> message.putObject("result");
      case "elicitation/create" -> message.putObject("result").put("action", "decline");
      default ->
          message
              .putObject("error")
              .put("code", METHOD_NOT_FOUND)
              .put("message", "This client does not do that");
    }
    return message;
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
