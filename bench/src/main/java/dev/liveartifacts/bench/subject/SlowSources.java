package dev.liveartifacts.bench.subject;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * MCP servers on loopback (2026-07-28) that think before they answer, as an ERP does: any path
 * ending in {@code /mcp} is one of them. Beside them lie plain files, which may ask them without
 * anything in between.
 */
public final class SlowSources implements AutoCloseable {
  private static final String VERSION = "2026-07-28";
  private static final int ROWS = 50;
  private static final int ROW_BYTES = 64;
  private static final Duration CACHED = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final Duration thought;
  private final Duration freshFor;
  private final String page;
  private final int rows;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final HttpServer server;

  private SlowSources(Vertx vertx, Duration thought, Duration freshFor, String page, int rows) {
    this.vertx = vertx;
    this.thought = thought;
    this.freshFor = freshFor;
    this.page = page;
    this.rows = rows;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /**
   * Starts them on a free port.
   *
   * @param thought before each answer to a call
   * @param freshFor how long, they say, an answer may be cached
   * @param page the plain file at every path that is no server
   */
  public static SlowSources start(Vertx vertx, Duration thought, Duration freshFor, String page) {
    return new SlowSources(vertx, thought, freshFor, page, ROWS);
  }

  /**
   * One without a page that answers at once, every time with other rows, which may be cached.
   *
   * @param bytes how large an answer is, about; its rows are in it twice, as text and as data
   */
  public static SlowSources large(Vertx vertx, int bytes) {
    return new SlowSources(vertx, Duration.ZERO, CACHED, "", bytes / (2 * ROW_BYTES));
  }

  /** The address of one of them. */
  public String endpoint(int number) {
    return "http://127.0.0.1:" + server.actualPort() + "/" + number + "/mcp";
  }

  /** The address of the plain file. */
  public String plainPage() {
    return "http://127.0.0.1:" + server.actualPort() + "/";
  }

  /** Calls that have come and are not answered yet. */
  public int waiting() {
    return waiting.get();
  }

  /** Calls answered since the start. */
  public int answered() {
    return answered.get();
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void handle(HttpServerRequest request) {
    if (request.uri().endsWith("/mcp")) {
      request.bodyHandler(body -> answer(new JsonObject(body), request.response()));
    } else {
      request.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page);
    }
  }

  private void answer(JsonObject message, HttpServerResponse response) {
    switch (message.getString("method", "")) {
      case "server/discover" -> send(response, message, discovery());
      case "tools/list" -> send(response, message, tools());
      case "tools/call" -> think(message, response);
      default -> response.setStatusCode(202).end();
    }
  }

  private void think(JsonObject message, HttpServerResponse response) {
    waiting.incrementAndGet();
    AtomicInteger left = new AtomicInteger(1);
    response.closeHandler(gone -> waiting.addAndGet(-left.getAndSet(0)));
    vertx.setTimer(
        Math.max(1, thought.toMillis()),
        timer -> {
          waiting.addAndGet(-left.getAndSet(0));
          if (!response.closed()) {
            answered.incrementAndGet();
            send(response, message, rows());
          }
        });
  }

  private static void send(HttpServerResponse response, JsonObject message, JsonObject result) {
    JsonObject answer =
        JsonObject.of("jsonrpc", "2.0", "id", message.getValue("id"), "result", result);
    response.putHeader("Content-Type", "application/json").end(Buffer.buffer(answer.encode()));
  }

  private static JsonObject discovery() {
    return JsonObject.of(
        "resultType",
        "complete",
        "supportedVersions",
        JsonArray.of(VERSION),
        "capabilities",
        JsonObject.of("tools", new JsonObject()),
        "serverInfo",
        JsonObject.of("name", "slow-source", "version", "1"));
  }

  private static JsonObject tools() {
    JsonObject tool =
        JsonObject.of(
            "name",
            "list_rows",
            "description",
            "Rows, after a while",
            "inputSchema",
            JsonObject.of("type", "object"),
            "annotations",
            JsonObject.of("readOnlyHint", true));
    return JsonObject.of("resultType", "complete", "tools", JsonArray.of(tool));
  }

  private JsonObject rows() {
    int time = answered.get();
    JsonArray all =
        new JsonArray(
            IntStream.range(0, rows)
                .mapToObj(i ->
                    JsonObject.of(
                        "id", i, "name", "Row " + i, "amount", i * 1_000 + time, "open", true))
                .toList());
    JsonObject data = JsonObject.of("rows", all);
    return JsonObject.of(
        "resultType",
        "complete",
        "content",
        JsonArray.of(JsonObject.of("type", "text", "text", data.encode())),
        "structuredContent",
        data,
        "ttlMs",
        freshFor.toMillis());
  }
}
