package dev.liveartifacts.connector.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server over streamable HTTP that does what a test says: answers late, wrongly, endlessly
 * or not at all. Counts what it is asked.
 */
public final class McpTestServer implements AutoCloseable {
  /** How a test answers one request by hand: the response, and the id that it has to carry. */
  @FunctionalInterface
  public interface Script extends BiConsumer<HttpServerRequest, Object> {}

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Map<String, JsonObject> tools = new LinkedHashMap<>();
  private final Map<String, Function<JsonObject, String>> answers = new ConcurrentHashMap<>();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final Deque<Script> scripts = new ConcurrentLinkedDeque<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger greetings = new AtomicInteger();
  private final List<JsonObject> received = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();
  private volatile @Nullable Script always;
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean events;
  private volatile String version = "2025-11-25";
  private volatile int pageSize = 100;
  private volatile @Nullable String bearer;
  private volatile Function<HttpServerRequest, Future<Optional<Refusal>>> gate =
      request -> Future.succeededFuture(Optional.empty());
  private volatile boolean keepsSessions = true;
  private volatile boolean modern;
  private final List<HttpServerResponse> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean legacy = true;
  private volatile @Nullable Script discover;
  private volatile @Nullable Script listening;
  private volatile boolean announces;
  private final List<Map<String, String>> streams = new CopyOnWriteArrayList<>();
  private final List<String> ended = new CopyOnWriteArrayList<>();

  public McpTestServer() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.body().onSuccess(body -> serve(request, body)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    readOnly("read", arguments -> text("hello"));
    writing("write", arguments -> text("written"));
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.actualPort() + "/mcp";
  }

  public int port() {
    return server.actualPort();
  }

  /**
   * Offers a tool that only reads.
   *
   * @param answer makes the JSON of the {@code CallToolResult}
   */
  public McpTestServer readOnly(String name, Function<JsonObject, String> answer) {
    return tool(name, new JsonObject().put("readOnlyHint", true), answer);
  }

  public McpTestServer writing(String name, Function<JsonObject, String> answer) {
    return tool(name, new JsonObject(), answer);
  }

  public McpTestServer tool(
      String name, JsonObject annotations, Function<JsonObject, String> answer) {
    tools.put(
        name,
        new JsonObject()
            .put("name", name)
            .put("description", "For tests")
            .put("annotations", annotations)
            .put("inputSchema", new JsonObject().put("type", "object")));
    answers.put(name, answer);
    return this;
  }

  /** Answers the next {@code tools/call} by hand. */
  public McpTestServer next(Script script) {
    scripts.add(script);
    return this;
  }

  /** Answers every request by hand, {@code initialize} too; null ends that. */
  public McpTestServer always(@Nullable Script script) {
    always = script;
    return this;
  }

  public McpTestServer after(Duration wait) {
    delay = wait;
    return this;
  }

  public McpTestServer asEvents(boolean stream) {
    events = stream;
    return this;
  }

  public McpTestServer speaking(String protocolVersion) {
    version = protocolVersion;
    return this;
  }

  public McpTestServer inPagesOf(int tools) {
    pageSize = tools;
    return this;
  }

  public McpTestServer requiring(@Nullable String token) {
    bearer = token;
    return this;
  }

  /** Asks this about every request first: a challenge that it gives is the answer. */
  public McpTestServer guardedBy(Function<HttpServerRequest, Optional<Refusal>> gate) {
    return guardedFromAfar(request -> Future.succeededFuture(gate.apply(request)));
  }

  /** The same with a gate that has to ask somebody else. */
  public McpTestServer guardedFromAfar(
      Function<HttpServerRequest, Future<Optional<Refusal>>> gate) {
    this.gate = gate;
    return this;
  }

  /** Why a request is not let in: a status and its {@code WWW-Authenticate}. */
  public record Refusal(int status, String challenge) {}

  /** Keeps a stream open on which it tells of changed tools. */
  public McpTestServer telling() {
    return announcing((request, id) -> {
      HttpServerResponse response = request.response().setChunked(true);
      response.putHeader("Content-Type", "text/event-stream").write(": here\n\n");
      listeners.add(response);
    });
  }

  public McpTestServer withoutSessions() {
    keepsSessions = false;
    return this;
  }

  /** Speaks the stateless protocol alone. */
  public McpTestServer stateless() {
    modern = true;
    legacy = false;
    return this;
  }

  public McpTestServer bothEras() {
    modern = true;
    return this;
  }

  /** Answers {@code server/discover} by hand. */
  public McpTestServer atDiscover(Script script) {
    discover = script;
    return this;
  }

  /** Tells when its tools change, to whoever listens; how it does that says the script. */
  public McpTestServer announcing(Script script) {
    announces = true;
    listening = script;
    return this;
  }

  /** Lets streams be asked for by GET, without announcing anything. */
  public McpTestServer streaming(Script script) {
    listening = script;
    return this;
  }

  /** Headers of each GET, names in lower case. */
  public List<Map<String, String>> streams() {
    return List.copyOf(streams);
  }

  /** The sessions that were ended by DELETE. */
  public List<String> ended() {
    return List.copyOf(ended);
  }

  public McpTestServer schema(String tool, JsonObject inputSchema) {
    tools.computeIfPresent(tool, (name, known) -> known.put("inputSchema", inputSchema));
    return this;
  }

  public void forgetSessions() {
    sessions.clear();
  }

  public int calls() {
    return calls.get();
  }

  public int greetings() {
    return greetings.get();
  }

  public List<JsonObject> received() {
    return List.copyOf(received);
  }

  public List<JsonObject> receivedOf(String method) {
    return received.stream().filter(message -> method.equals(message.getString("method"))).toList();
  }

  /** What was asked, in order. */
  public List<String> methods() {
    return received.stream().map(message -> message.getString("method", "")).toList();
  }

  /** Headers of each request, names in lower case. */
  public List<Map<String, String>> headers() {
    return List.copyOf(headers);
  }

  public static String text(String text) {
    return new JsonObject()
        .put("content", new JsonArray().add(new JsonObject().put("type", "text").put("text", text)))
        .encode();
  }

  /** Tells every client that listens that the tools changed. */
  public void tellToolsChanged() {
    String notice =
        new JsonObject()
            .put("jsonrpc", "2.0")
            .put("method", "notifications/tools/list_changed")
            .encode();
    listeners.forEach(listener -> listener.write("event: message\ndata: " + notice + "\n\n"));
  }

  public int listeners() {
    return listeners.size();
  }

  private void serve(HttpServerRequest request, Buffer body) {
    if (String.valueOf(request.path()).startsWith("/.well-known/")) {
      request.response().setStatusCode(404).end();
      return;
    }
    Map<String, String> seen = new LinkedHashMap<>();
    request
        .headers()
        .forEach(header ->
            seen.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
    if (request.method() != HttpMethod.POST) {
      serveOther(request, seen);
      return;
    }
    headers.add(seen);
    JsonObject message = new JsonObject(body);
    received.add(message);
    gate.apply(request).onSuccess(refusal -> serve(request, message, refusal));
  }

  private void serve(HttpServerRequest request, JsonObject message, Optional<Refusal> refusal) {
    Script script = always;
    if (refusal.isPresent()) {
      request
          .response()
          .setStatusCode(refusal.get().status())
          .putHeader("WWW-Authenticate", refusal.get().challenge())
          .end();
    } else if (script != null) {
      script.accept(request, message.getValue("id"));
    } else if (bearer != null && !("Bearer " + bearer).equals(request.getHeader("Authorization"))) {
      request.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer").end();
    } else {
      answer(request, message);
    }
  }

  private void serveOther(HttpServerRequest request, Map<String, String> seen) {
    Script stream = listening;
    if (request.method() == HttpMethod.DELETE) {
      sessions.remove(seen.get("mcp-session-id"));
      ended.add(seen.getOrDefault("mcp-session-id", ""));
      request.response().end();
    } else if (stream == null) {
      request.response().setStatusCode(405).end();
    } else {
      streams.add(seen);
      stream.accept(request, 0);
    }
  }

  private void listen(HttpServerRequest request, Object id) {
    Script stream = listening;
    if (stream == null) {
      request.response().setStatusCode(404).end(error(id, -32601, "No such method"));
    } else {
      stream.accept(request, id);
    }
  }

  private JsonObject capabilities() {
    return new JsonObject().put("tools", new JsonObject().put("listChanged", announces));
  }

  private void answer(HttpServerRequest request, JsonObject message) {
    Object id = message.getValue("id");
    if (id == null) {
      request.response().setStatusCode(202).end();
      return;
    }
    String method = message.getString("method", "");
    Script atDiscover = discover;
    if (method.equals("server/discover") && atDiscover != null) {
      atDiscover.accept(request, id);
      return;
    }
    if (modern && isModern(request, message)) {
      serveModern(request, id, message);
      return;
    }
    if (!legacy) {
      request
          .response()
          .setStatusCode(400)
          .putHeader("Content-Type", "application/json")
          .end(error(id, -32602, "This server speaks 2026-07-28"));
      return;
    }
    if (!method.equals("initialize") && isLost(request)) {
      request.response().setStatusCode(404).end();
      return;
    }
    switch (method) {
      case "initialize" -> greet(request, id);
      case "tools/list" -> reply(request, id, page(message.getJsonObject("params")));
      case "tools/call" -> call(request, id, message.getJsonObject("params"));
      default ->
          request
              .response()
              .putHeader("Content-Type", "application/json")
              .end(error(id, -32601, "No such method"));
    }
  }

  /** Header and body have to agree, as the protocol demands. */
  private static boolean isModern(HttpServerRequest request, JsonObject message) {
    JsonObject params = message.getJsonObject("params", new JsonObject());
    JsonObject meta = params.getJsonObject("_meta", new JsonObject());
    return "2026-07-28".equals(meta.getString("io.modelcontextprotocol/protocolVersion"))
        && meta.containsKey("io.modelcontextprotocol/clientCapabilities")
        && "2026-07-28".equals(request.getHeader("MCP-Protocol-Version"))
        && message.getString("method").equals(request.getHeader("Mcp-Method"))
        && (!params.containsKey("name")
            || params.getString("name").equals(request.getHeader("Mcp-Name")));
  }

  private void serveModern(HttpServerRequest request, Object id, JsonObject message) {
    JsonObject info = new JsonObject().put("name", "test-server").put("version", "1");
    switch (message.getString("method")) {
      case "server/discover" ->
          reply(
              request,
              id,
              new JsonObject()
                  .put("resultType", "complete")
                  .put("supportedVersions", new JsonArray().add("2026-07-28"))
                  .put("capabilities", capabilities())
                  .put("_meta", new JsonObject().put("io.modelcontextprotocol/serverInfo", info))
                  .encode());
      case "tools/list" -> reply(request, id, page(message.getJsonObject("params")));
      case "tools/call" -> call(request, id, message.getJsonObject("params"));
      case "subscriptions/listen" -> listen(request, id);
      default ->
          request
              .response()
              .setStatusCode(404)
              .putHeader("Content-Type", "application/json")
              .end(error(id, -32601, "No such method"));
    }
  }

  private boolean isLost(HttpServerRequest request) {
    String session = request.getHeader("Mcp-Session-Id");
    return keepsSessions && (session == null || !sessions.contains(session));
  }

  private void greet(HttpServerRequest request, Object id) {
    greetings.incrementAndGet();
    if (keepsSessions) {
      String session = UUID.randomUUID().toString();
      sessions.add(session);
      request.response().putHeader("Mcp-Session-Id", session);
    }
    JsonObject info = new JsonObject().put("name", "test-server").put("version", "1");
    JsonObject result =
        new JsonObject()
            .put("protocolVersion", version)
            .put("capabilities", capabilities())
            .put("serverInfo", info);
    reply(request, id, result.encode());
  }

  private String page(JsonObject params) {
    int from = params == null ? 0 : Integer.parseInt(params.getString("cursor", "0"));
    List<JsonObject> all = List.copyOf(tools.values());
    int to = Math.min(all.size(), from + pageSize);
    JsonObject page = new JsonObject().put("tools", new JsonArray(all.subList(from, to)));
    if (to < all.size()) {
      page.put("nextCursor", String.valueOf(to));
    }
    return page.encode();
  }

  private void call(HttpServerRequest request, Object id, JsonObject params) {
    calls.incrementAndGet();
    Script script = scripts.poll();
    if (script != null) {
      script.accept(request, id);
      return;
    }
    Function<JsonObject, String> answer = answers.get(params.getString("name"));
    if (answer == null) {
      request
          .response()
          .putHeader("Content-Type", "application/json")
          .end(error(id, -32602, "Unknown tool"));
      return;
    }
    String result = answer.apply(params.getJsonObject("arguments"));
    if (delay.isZero()) {
      reply(request, id, result);
    } else {
      vertx.setTimer(delay.toMillis(), timer -> reply(request, id, result));
    }
  }

  private void reply(HttpServerRequest request, Object id, String result) {
    HttpServerResponse response = request.response();
    String message = message(id, result);
    if (events) {
      response
          .putHeader("Content-Type", "text/event-stream")
          .end("event: message\ndata: " + message + "\n\n");
    } else {
      response.putHeader("Content-Type", "application/json").end(message);
    }
  }

  public static String message(Object id, String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + new JsonArray().add(id).encode().replaceAll("^\\[|\\]$", "")
        + ",\"result\":"
        + result
        + "}";
  }

  public static String error(@Nullable Object id, int code, String text) {
    JsonObject error = new JsonObject().put("code", code).put("message", text);
    return new JsonObject().put("jsonrpc", "2.0").put("id", id).put("error", error).encode();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
