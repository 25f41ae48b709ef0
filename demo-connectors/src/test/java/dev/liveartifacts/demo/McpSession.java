package dev.liveartifacts.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A small MCP client: one session, JSON answers, protocol 2025-11-25. */
final class McpSession {
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger ids = new AtomicInteger();
  private final URI endpoint;
  private final Map<String, String> headers;
  private Optional<String> sessionId = Optional.empty();

  McpSession(String endpoint, Map<String, String> headers) {
    this.endpoint = URI.create(endpoint);
    this.headers = headers;
  }

  JsonObject initialize() throws IOException, InterruptedException {
    HttpResponse<String> response =
        send(
            "initialize",
            JsonObject.of(
                "protocolVersion",
                "2025-11-25",
                "capabilities",
                JsonObject.of(),
                "clientInfo",
                JsonObject.of("name", "test", "version", "1")));
    sessionId = response.headers().firstValue("Mcp-Session-Id");
    post(JsonObject.of("jsonrpc", "2.0", "method", "notifications/initialized"));
    return new JsonObject(response.body()).getJsonObject("result");
  }

  JsonArray tools() throws IOException, InterruptedException {
    return result("tools/list", JsonObject.of()).getJsonArray("tools");
  }

  JsonObject call(String tool, JsonObject arguments) throws IOException, InterruptedException {
    return result("tools/call", JsonObject.of("name", tool, "arguments", arguments));
  }

  HttpResponse<String> send(String method, JsonObject params)
      throws IOException, InterruptedException {
    return post(
        JsonObject.of(
            "jsonrpc", "2.0", "id", ids.incrementAndGet(), "method", method, "params", params));
  }

  private JsonObject result(String method, JsonObject params)
      throws IOException, InterruptedException {
    JsonObject answer = new JsonObject(send(method, params).body());
    if (answer.containsKey("error")) {
      throw new AssertionError(answer.encodePrettily());
    }
    return answer.getJsonObject("result");
  }

  private HttpResponse<String> post(JsonObject message) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(message.encode()));
    headers.forEach(request::header);
    sessionId.ifPresent(id -> request.header("Mcp-Session-Id", id));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
