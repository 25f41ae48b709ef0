package dev.liveartifacts.bench.subject;

import dev.liveartifacts.bench.load.Target;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The demo CRM, asked without anything in between. */
public final class McpServer {
  private static final String PATH = "/crm/mcp";
  private static final String ACCEPT = "application/json, text/event-stream";

  private final Http http;
  private final String base;
  private final int port;

  public McpServer(Http http, String base, int port) {
    this.http = http;
    this.base = base;
    this.port = port;
  }

  /** One session for each worker, kept for all its calls. */
  public Target target(ToolCall call, int workers) {
    List<Map<String, String>> sessions = Stream.generate(this::session).limit(workers).toList();
    String answer = http.send("POST", base + PATH, sessions.getFirst(), request(call)).body();
    return new Target(
        "MCP server, direct",
        port,
        "localhost",
        HttpMethod.POST,
        List.of(PATH),
        sessions,
        List.of(request(call).toBuffer()),
        Map.entry("content-type", "application/json"),
        Buffer.buffer(answer).length() / 2);
  }

  /** The result of a call, as the server writes it. */
  public Buffer result(ToolCall call) {
    String answer = http.send("POST", base + PATH, session(), request(call)).body();
    return new JsonObject(answer).getJsonObject("result").toBuffer();
  }

  /** How often the tool was asked for since the server started. */
  public int calls(ToolCall call) {
    return new JsonObject(http.get(base + "/counts", Map.of()))
        .getJsonObject("crm", new JsonObject())
        .getInteger(call.tool(), 0);
  }

  /** Lets every answer take so much longer; zero lets it be. */
  public void delay(long millis) {
    http.send("PUT", base + "/faults/crm", Map.of(), JsonObject.of("delayMillis", millis));
  }

  private Map<String, String> session() {
    JsonObject parameters =
        JsonObject.of(
            "protocolVersion",
            "2025-11-25",
            "capabilities",
            new JsonObject(),
            "clientInfo",
            JsonObject.of("name", "bench", "version", "1"));
    String id =
        http.send(
                "POST",
                base + PATH,
                Map.of("Accept", ACCEPT),
                message("initialize", parameters).put("id", 1))
            .headers()
            .firstValue("Mcp-Session-Id")
            .orElseThrow(() -> new BenchFailure("The MCP server started no session."));
    Map<String, String> headers = Map.of("Accept", ACCEPT, "Mcp-Session-Id", id);
    http.send("POST", base + PATH, headers, message("notifications/initialized", new JsonObject()));
    return headers;
  }

  private static JsonObject request(ToolCall call) {
    JsonObject parameters = JsonObject.of("name", call.tool(), "arguments", call.arguments());
    return message("tools/call", parameters).put("id", 2);
  }

  private static JsonObject message(String method, JsonObject parameters) {
    return JsonObject.of("jsonrpc", "2.0", "method", method, "params", parameters);
  }
}
