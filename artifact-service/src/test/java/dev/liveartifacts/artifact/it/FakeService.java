package dev.liveartifacts.artifact.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Stands where another service would: answers what it is told to, and remembers what it was asked.
 */
final class FakeService implements AutoCloseable {
  private final Map<String, Function<Asked, Reply>> replies = new ConcurrentHashMap<>();
  private final Map<String, Function<Asked, Reply>> starts = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /**
   * @param target path and query, as they came
   */
  record Asked(String method, String target, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Reply(int status, Map<String, String> headers, byte[] body) {
    static Reply json(String body) {
      return json(200, body);
    }

    static Reply json(int status, String body) {
      return new Reply(
          status,
          Map.of("Content-Type", "application/json"),
          body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply answer(String outcome, String body) {
      return new Reply(
          200,
          Map.of("Content-Type", "application/json", "Live-Outcome", outcome),
          body.getBytes(StandardCharsets.UTF_8));
    }
  }

  FakeService(URI address) {
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * @param call method and path, {@code "GET /api/connectors"}
   */
  FakeService on(String call, Function<Asked, Reply> reply) {
    replies.put(call, reply);
    return this;
  }

  FakeService on(String call, Reply reply) {
    return on(call, asked -> reply);
  }

  /**
   * @param start of method and path, for paths with an id that nobody knows before
   */
  FakeService onAny(String start, Function<Asked, Reply> reply) {
    starts.put(start, reply);
    return this;
  }

  List<Asked> asked(String call) {
    return asked.stream().filter(one -> call.equals(call(one))).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static String call(Asked one) {
    return one.method() + " " + URI.create(one.target()).getPath();
  }

  private Reply started(Asked one) {
    return starts.entrySet().stream()
        .filter(start -> call(one).startsWith(start.getKey()))
        .findFirst()
        .map(start -> start.getValue().apply(one))
        .orElseGet(() -> Reply.json(404, "{}"));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked one =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      asked.add(one);
      Reply reply = replies.getOrDefault(call(one), this::started).apply(one);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }
}
