package dev.liveartifacts.artifact.it;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Stands before our server for a program that cannot sign in: adds a token to each request and
 * passes on everything else as it is, a foreign host name too.
 */
final class SignedInFront implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final URI app;
  private final String token;
  private final HttpClient client = vertx.createHttpClient();
  private final HttpServer server;

  SignedInFront(URI app, String token) throws Exception {
    this.app = app;
    this.token = token;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::pass)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  String address() {
    return "http://localhost:" + server.actualPort() + "/mcp";
  }

  @Override
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private void pass(HttpServerRequest request) {
    request.pause();
    client
        .request(
            new RequestOptions()
                .setMethod(request.method())
                .setHost("localhost")
                .setPort(app.getPort())
                .setURI(request.uri()))
        .compose(passed -> {
          passed.headers().setAll(request.headers());
          passed.headers().set("Authorization", "Bearer " + token);
          translate(request, passed.headers(), "Host", "");
          translate(request, passed.headers(), "Origin", "http://");
          return passed.send(request);
        })
        .compose(answer -> {
          request.response().setStatusCode(answer.statusCode());
          request.response().headers().setAll(answer.headers());
          return answer.pipeTo(request.response());
        })
        .onFailure(failure -> request.connection().close());
  }

  /** Our own name is the server's; any other stays what it is. */
  private void translate(
      HttpServerRequest request, io.vertx.core.MultiMap headers, String name, String scheme) {
    String own = scheme + "localhost:" + server.actualPort();
    if (own.equals(request.getHeader(name))) {
      headers.set(name, scheme + app.getAuthority());
    }
  }
}
