package dev.liveartifacts.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An MCP server of the session era whose tools answer in every form that pages have met: rows as
 * text, structured content, several parts, markdown, failures, and a write that is written down.
 */
final class ScriptedServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> READS =
      List.of(
          "rows_as_text",
          "structured",
          "in_parts",
          "as_markdown",
          "bare_value",
          "echo",
          "fails",
          "slow",
          "counter",
          "ledger",
          "not_asked_for");
  private static final String WRITE = "save_row";

  private final HttpServer server;
  private final List<String> saved = new CopyOnWriteArrayList<>();
  private final Map<String, CountDownLatch> givenUp = new ConcurrentHashMap<>();
  private final AtomicInteger abandoned = new AtomicInteger();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile Map<String, Integer> ledger = Map.of();
  private volatile boolean away;

  ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/mcp", this::serve);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
  }

  /** The ids of the rows that were saved, in the order of their arrival. */
  List<String> saved() {
    return List.copyOf(saved);
  }

  /** How many calls were given up by whoever made them. */
  int abandoned() {
    return abandoned.get();
  }

  /** From now on its ledger has these amounts, by their names. */
  void ledger(Map<String, Integer> amounts) {
    ledger = Map.copyOf(amounts);
  }

  /** True: its ledger cannot be read for now. */
  void away(boolean now) {
    away = now;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      String version = exchange.getRequestHeaders().getFirst("MCP-Protocol-Version");
      if (version != null && version.compareTo("2026") > 0) {
        exchange.sendResponseHeaders(400, -1);
      } else if (!request.has("id")) {
        hear(request);
        exchange.sendResponseHeaders(202, -1);
      } else {
        answer(exchange, request);
      }
    }
  }

  private void hear(JsonNode notification) {
    if (notification.path("method").asText().equals("notifications/cancelled")) {
      String id = notification.path("params").path("requestId").asText();
      givenUp.computeIfAbsent(id, key -> new CountDownLatch(1)).countDown();
    }
  }

  private void answer(HttpExchange exchange, JsonNode request) throws IOException {
    ObjectNode response = JSON.createObjectNode().put("jsonrpc", "2.0");
    response.set("id", request.get("id"));
    response.set(
        "result",
        result(
            request.get("id").asText(), request.path("method").asText(), request.path("params")));
    byte[] body = JSON.writeValueAsBytes(response);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private JsonNode result(String id, String method, JsonNode params) {
    return switch (method) {
      case "initialize" ->
          json(
              """
              {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}},
               "serverInfo": {"name": "scripted", "version": "1"}}\
              """);
      case "tools/list" -> tools();
      case "tools/call" -> call(id, params.path("name").asText(), params.path("arguments"));
      default -> JSON.createObjectNode();
    };
  }

  private static JsonNode tools() {
    ObjectNode list = JSON.createObjectNode();
    ArrayNode tools = list.putArray("tools");
    READS.forEach(name -> describe(tools.addObject(), name, true));
    describe(tools.addObject(), WRITE, false);
    return list;
  }

  private static void describe(ObjectNode tool, String name, boolean readOnly) {
    tool.put("name", name).put("description", "Answers " + name);
    tool.putObject("inputSchema").put("type", "object");
    tool.putObject("annotations").put("readOnlyHint", readOnly);
  }

  private JsonNode call(String id, String tool, JsonNode arguments) {
    return switch (tool) {
      case "rows_as_text" -> text("[{\"id\":1,\"amount\":10},{\"id\":2,\"amount\":20}]");
      case "structured" ->
          json(
              """
              {"content": [{"type": "text", "text": "12.5 in 1 item"}],
               "structuredContent": {"total": 12.5,
                 "items": [{"id": 1, "a key": null, "nested": {"deep": [true, "ü"]}}]}}\
              """);
      case "in_parts" ->
          json(
              """
              {"content": [{"type": "text", "text": "{\\"a\\":"}, {"type": "text", "text": "[1,2"},
                {"type": "text", "text": ",3]}"}]}\
              """);
      case "bare_value" ->
          json(
              "{\"content\": [{\"type\": \"text\", \"text\": \"[1,2,3]\"}], \"structuredContent\": [1,2,3]}");
      case "as_markdown" -> text("| Name | Amount |\n|---|---|\n| Acme | 10 |\n| Umbra | 20 |\n");
      case "fails" -> text("Could not: " + arguments.path("why").asText()).put("isError", true);
      case "slow" -> untilGivenUp(id);
      case "counter" -> counted(arguments.path("of").asText());
      case "ledger" -> away ? text("The ledger is locked").put("isError", true) : entries();
      case WRITE -> save(arguments.path("id").asText());
      default -> text(arguments.toString());
    };
  }

  /** Answers only when nobody wants the answer any more. */
  private ObjectNode untilGivenUp(String id) {
    CountDownLatch latch = givenUp.computeIfAbsent(id, key -> new CountDownLatch(1));
    try {
      if (latch.await(30, TimeUnit.SECONDS)) {
        abandoned.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return text("at last");
  }

  private ObjectNode entries() {
    ObjectNode result = text("see the structured content");
    ArrayNode entries = result.putObject("structuredContent").putArray("entries");
    ledger.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> entries.addObject().put("id", each.getKey()).put("amount", each.getValue()));
    return result;
  }

  private ObjectNode counted(String of) {
    int count = counts.computeIfAbsent(of, key -> new AtomicInteger()).incrementAndGet();
    ObjectNode result = text("{\"count\":" + count + "}");
    result.putObject("structuredContent").put("count", count);
    return result;
  }

  private ObjectNode save(String id) {
    saved.add(id);
    return text("row " + id);
  }

  private static ObjectNode text(String text) {
    ObjectNode result = JSON.createObjectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
