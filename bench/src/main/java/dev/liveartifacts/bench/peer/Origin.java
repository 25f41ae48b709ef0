package dev.liveartifacts.bench.peer;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;

/** Serves one JSON text on loopback, and says that it may be cached. */
public final class Origin implements AutoCloseable {
  private final HttpServer server;

  private Origin(HttpServer server) {
    this.server = server;
  }

  public static Origin start(Vertx vertx, Buffer json) {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "max-age=3600")
                    .end(json));
    return new Origin(
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join());
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
