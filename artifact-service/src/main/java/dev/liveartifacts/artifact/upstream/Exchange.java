package dev.liveartifacts.artifact.upstream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Whoever does not want the answer any more hangs up in between. */
final class Exchange {
  private final String token;
  private final @Nullable Buffer json;
  private final int limit;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicReference<@Nullable HttpClientRequest> request = new AtomicReference<>();

  /**
   * @param limit the largest body of an answer in bytes
   */
  Exchange(String token, @Nullable Buffer json, int limit) {
    this.token = token;
    this.json = json;
    this.limit = limit;
  }

  Future<Answer> with(HttpClientRequest connected) {
    request.set(connected);
    if (over.get()) {
      connected.reset();
      return Future.failedFuture("Nobody waits for the answer any more");
    }
    return send(connected).onComplete(begun -> over.set(true)).compose(this::read);
  }

  /**
   * A service that has not begun to answer hears of it. An answer that has begun is read to its
   * end: from then on its connection is somebody else's, and hanging up would take theirs.
   */
  void hangUp() {
    HttpClientRequest connected = request.get();
    if (!over.getAndSet(true) && connected != null) {
      connected.reset();
    }
  }

  private Future<HttpClientResponse> send(HttpClientRequest connected) {
    connected.putHeader("Authorization", "Bearer " + token);
    if (json == null) {
      return connected.send();
    }
    return connected.putHeader("Content-Type", "application/json").send(json);
  }

  private Future<Answer> read(HttpClientResponse response) {
    return new BoundedBody(response, limit)
        .read()
        .map(body ->
            new Answer(
                response.statusCode(),
                response.getHeader("Live-Outcome"),
                News.of(response.headers()),
                body));
  }
}
