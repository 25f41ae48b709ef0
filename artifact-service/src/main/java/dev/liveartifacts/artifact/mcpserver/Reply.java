package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request on its way out: as JSON, or, once there is something to tell before it,
 * as a stream of events that the answer ends.
 */
final class Reply implements Progress {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final HttpServerResponse response;
  private final JsonNode id;
  private final @Nullable JsonNode progressToken;

  /**
   * @param progressToken of a client that wants to know how far it is; null if it does not
   */
  Reply(HttpServerResponse response, JsonNode id, @Nullable JsonNode progressToken) {
    this.response = response;
    this.id = id;
    this.progressToken = progressToken;
  }

  @Override
  public void report(double done, double total, String words) {
    if (progressToken == null || response.ended() || response.closed()) {
      return;
    }
    if (!response.headWritten()) {
      response
          .setChunked(true)
          .putHeader("Content-Type", "text/event-stream")
          // a proxy that collects what it passes on would keep it back
          .putHeader("X-Accel-Buffering", "no")
          .putHeader("Cache-Control", "no-store");
    }
    ObjectNode json = message().put("method", "notifications/progress");
    json.putObject("params")
        .put("progress", done)
        .put("total", total)
        .put("message", words)
        .set("progressToken", progressToken);
    response.write(event(json));
  }

  void result(ObjectNode result) {
    end(200, message().<ObjectNode>set("id", id).set("result", result));
  }

  void error(RpcError error) {
    end(error.status(), message().<ObjectNode>set("id", id).set("error", error.json()));
  }

  private void end(int status, ObjectNode json) {
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      response.end(event(json));
    } else {
      response
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json")
          .putHeader("Cache-Control", "no-store")
          .end(Buffer.buffer(bytes(json)));
    }
  }

  private static ObjectNode message() {
    return JSON.objectNode().put("jsonrpc", "2.0");
  }

  private static Buffer event(ObjectNode json) {
    return Buffer.buffer("event: message\ndata: ").appendBytes(bytes(json)).appendString("\n\n");
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
