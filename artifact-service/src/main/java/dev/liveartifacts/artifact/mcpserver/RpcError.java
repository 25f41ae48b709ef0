package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An error of JSON-RPC, and the HTTP status that it travels with.
 *
 * @param message a sentence that the client's author or model can act on
 */
public record RpcError(int status, int code, String message, @Nullable JsonNode data) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static RpcError unreadable() {
    return new RpcError(400, -32700, "The request is not JSON.", null);
  }

  static RpcError notARequest(String why) {
    return new RpcError(400, -32600, why, null);
  }

  static RpcError noSuchMethod(String method, Era era) {
    int status = era == Era.STATELESS ? 404 : 200;
    return new RpcError(status, -32601, "There is no method '" + method + "' here.", null);
  }

  /** In the session era errors of a method travel with 200, as answers do. */
  public static RpcError badParams(String why) {
    return new RpcError(200, -32602, why, null);
  }

  static RpcError badMeta(String why) {
    return new RpcError(400, -32602, why, null);
  }

  static RpcError noSuchResource(String uri) {
    return new RpcError(
        200, -32602, "There is no resource '" + uri + "'.", JSON.objectNode().put("uri", uri));
  }

  static RpcError headersDiffer(String why) {
    return new RpcError(400, -32020, why, null);
  }

  /** The client has not said that it can do what is needed to answer. */
  public static RpcError missingCapability(String capability) {
    ObjectNode data = JSON.objectNode();
    data.putObject("requiredCapabilities").putObject(capability);
    return new RpcError(
        400, -32021, "This needs a client with the capability '" + capability + "'.", data);
  }

  static RpcError unsupportedVersion(String requested, Collection<String> supported) {
    ObjectNode data = JSON.objectNode().put("requested", requested);
    supported.forEach(data.putArray("supported")::add);
    return new RpcError(400, -32022, "Unsupported protocol version: " + requested, data);
  }

  static RpcError busy() {
    return new RpcError(
        429, -32000, "Too many requests of yours are under way. Wait for one to end.", null);
  }

  static RpcError unexpected(String reference) {
    return new RpcError(
        500,
        -32603,
        "Something failed on our side. Try again; the reference is " + reference + ".",
        null);
  }

  ObjectNode json() {
    ObjectNode json = JSON.objectNode().put("code", code).put("message", message);
    return data == null ? json : json.set("data", data);
  }
}
