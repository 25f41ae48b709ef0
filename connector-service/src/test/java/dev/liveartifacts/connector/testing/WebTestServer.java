package dev.liveartifacts.connector.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A web server on this machine, for what is fetched outside MCP. Remembers what it was asked. */
public final class WebTestServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Map<String, BiConsumer<HttpServerRequest, Buffer>> answers =
      new ConcurrentHashMap<>();
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private volatile String tag = "";
  private volatile int failure;

  public WebTestServer() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public String uri(String path) {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  public int port() {
    return server.actualPort();
  }

  public WebTestServer serve(String path, String contentType, String body) {
    tag = "";
    return on(
        path,
        (request, sent) -> {
          HttpServerResponse response = request.response().putHeader("Content-Type", contentType);
          if (!tag.isEmpty() && tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
          } else {
            response.putHeader("ETag", tag.isEmpty() ? "\"none\"" : tag).end(body);
          }
        });
  }

  /** What the file that was served last is tagged with. */
  public WebTestServer tagged(String entityTag) {
    tag = entityTag;
    return this;
  }

  public WebTestServer redirect(String path, String location) {
    return on(
        path,
        (request, sent) ->
            request.response().setStatusCode(307).putHeader("Location", location).end());
  }

  public WebTestServer on(String path, BiConsumer<HttpServerRequest, Buffer> answer) {
    answers.put(path, answer);
    return this;
  }

  /** Answers everything with a status from now on. */
  public WebTestServer failing(int status) {
    failure = status;
    return this;
  }

  public List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  /** Method, path and query of each request. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Headers of each request, names in lower case. */
  public List<Map<String, String>> headers() {
    return List.copyOf(headers);
  }

  public List<String> bodies() {
    return List.copyOf(bodies);
  }

  private void answer(HttpServerRequest request, Buffer body) {
    Map<String, String> seen = new ConcurrentHashMap<>();
    request
        .headers()
        .forEach(header ->
            seen.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
    headers.add(seen);
    asked.add(request.method() + " " + request.uri());
    bodies.add(body.toString());
    request.response().endHandler(end -> statuses.add(request.response().getStatusCode()));
    if (failure != 0) {
      request.response().setStatusCode(failure).end();
    } else {
      answers
          .getOrDefault(
              request.path(), (unknown, sent) -> unknown.response().setStatusCode(404).end())
          .accept(request, body);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
