package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One message of JSON-RPC 2.0 that a client sent.
 *
 * @param id text or number; null if it is a notification, or an answer to a request, of which we
 *     send none
 */
record RpcMessage(@Nullable JsonNode id, String method, ObjectNode params) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static RpcMessage read(Buffer body) {
    JsonNode json = tree(body);
    if (!json.isObject()) {
      throw refused("Send one JSON-RPC message, as a JSON object.");
    }
    if (!json.path("jsonrpc").asText().equals("2.0")) {
      throw refused("A JSON-RPC message says \"jsonrpc\": \"2.0\".");
    }
    boolean answers = json.has("result") || json.has("error");
    JsonNode id = json.get("id");
    if (id != null && !id.isTextual() && !id.isNumber()) {
      throw refused("A request's id is a text or a number.");
    }
    return new RpcMessage(answers ? null : id, method(json, answers), params(json));
  }

  boolean expectsAnswer() {
    return id != null;
  }

  /** The {@code _meta} of its parameters; empty if there is none. */
  JsonNode meta() {
    return params.path("_meta");
  }

  private static String method(JsonNode json, boolean answers) {
    JsonNode method = json.path("method");
    if (!answers && !method.isTextual()) {
      throw refused("A request names its method.");
    }
    return method.asText();
  }

  private static ObjectNode params(JsonNode json) {
    JsonNode params = json.path("params");
    if (params.isMissingNode() || params.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (params instanceof ObjectNode object) {
      return object;
    }
    throw refused("The parameters of a request are a JSON object.");
  }

  private static JsonNode tree(Buffer body) {
    try {
      JsonNode json = JSON.readTree(body.getBytes());
      return json == null ? JsonNodeFactory.instance.missingNode() : json;
    } catch (JsonProcessingException malformed) {
      throw new RpcException(RpcError.unreadable());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RpcException refused(String why) {
    return new RpcException(RpcError.notARequest(why));
  }
}
