package dev.liveartifacts.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** Takes errands over HTTP on loopback, at an address that nobody can guess. */
final class Desk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Errands errands;
  private final String path = "/" + UUID.randomUUID();
  private final HttpServer server;

  Desk(Vertx vertx, Errands errands) {
    this.errands = errands;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::take)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  String address() {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  private void take(HttpServerRequest request) {
    if (request.uri().equals(path)) {
      request.body().onSuccess(body -> run(request, body));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private void run(HttpServerRequest request, Buffer body) {
    Uni.createFrom()
        .item(() -> errand(body))
        .chain(errands::run)
        .subscribe()
        .with(
            done -> request.response().end("done"),
            failure -> request.response().setStatusCode(500).end(Reason.of(failure)));
  }

  private static Errand errand(Buffer body) {
    try {
      JsonNode json = JSON.readTree(body.getBytes());
      return new Errand(
          json.path("scenario").asText(),
          json.path("version").asText(),
          json.path("context"),
          URI.create(json.path("endpoint").asText()));
    } catch (IOException e) {
      throw new IllegalArgumentException("The errand is not JSON", e);
    }
  }
}
