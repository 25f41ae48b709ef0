package dev.liveartifacts.artifact.verify;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection to a Chromium, over its DevTools protocol. */
final class DevToolsClient {
  /** The largest message either way: a result of 8 MiB as JSON inside JSON. */
  private static final int LARGEST = 32 * 1024 * 1024;

  private final WebSocketClient client;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, Promise<JsonObject>> waiting = new ConcurrentHashMap<>();
  private volatile Consumer<JsonObject> onEvent = event -> {};

  private DevToolsClient(WebSocketClient client, WebSocket socket) {
    this.client = client;
    this.socket = socket;
    socket.textMessageHandler(text -> receive(new JsonObject(text)));
    socket.closeHandler(
        closed -> waiting.values().forEach(one -> one.tryFail("The browser has gone away")));
    socket.exceptionHandler(failure -> socket.close());
  }

  /**
   * @param browser address of its DevTools; it answers to names that mean this machine alone, so it
   *     is told that it is one
   */
  static Future<DevToolsClient> connect(Vertx vertx, URI browser) {
    HttpClient http =
        vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(3_000).setIdleTimeout(10));
    WebSocketClient sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(LARGEST)
                .setMaxMessageSize(LARGEST)
                .setConnectTimeout(3_000));
    return http.request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(browser.resolve("/json/version").toString()))
        .compose(request -> request.putHeader("Host", "localhost").send())
        .compose(response -> response.body())
        .map(body -> URI.create(body.toJsonObject().getString("webSocketDebuggerUrl")).getPath())
        .compose(path ->
            sockets.connect(
                new WebSocketConnectOptions()
                    .setHost(browser.getHost())
                    .setPort(browser.getPort() == -1 ? 80 : browser.getPort())
                    .setURI(path)
                    .putHeader("Host", "localhost")))
        .map(socket -> new DevToolsClient(sockets, socket))
        .onFailure(failure -> sockets.close())
        .onComplete(done -> http.close());
  }

  /** Hears what happens in every session of this connection. */
  void onEvent(Consumer<JsonObject> handler) {
    onEvent = handler;
  }

  Future<JsonObject> send(String method, JsonObject params) {
    return send(method, params, null);
  }

  Future<JsonObject> send(String method, JsonObject params, @Nullable String session) {
    int id = lastId.incrementAndGet();
    Promise<JsonObject> answer = Promise.promise();
    waiting.put(id, answer);
    JsonObject message = new JsonObject().put("id", id).put("method", method).put("params", params);
    if (session != null) {
      message.put("sessionId", session);
    }
    socket.writeTextMessage(message.encode()).onFailure(answer::tryFail);
    return answer.future().onComplete(done -> waiting.remove(id));
  }

  void close() {
    socket.close().onComplete(closed -> client.close());
  }

  private void receive(JsonObject message) {
    Integer id = message.getInteger("id");
    if (id == null) {
      onEvent.accept(message);
      return;
    }
    Promise<JsonObject> answer = waiting.get(id);
    if (answer != null && message.containsKey("error")) {
      answer.tryFail(message.getJsonObject("error").getString("message"));
    } else if (answer != null) {
      answer.tryComplete(message.getJsonObject("result"));
    }
  }
}
