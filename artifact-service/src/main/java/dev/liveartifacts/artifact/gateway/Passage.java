package dev.liveartifacts.artifact.gateway;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to a service, on behalf of somebody who may go away in between. For one
 * event loop.
 */
final class Passage {
  private final HttpClientRequest upstream;
  private @Nullable HttpClientResponse answer;
  private boolean left;

  Passage(HttpClientRequest upstream) {
    this.upstream = upstream;
  }

  HttpClientRequest upstream() {
    return upstream;
  }

  HttpClientResponse begins(HttpClientResponse begun) {
    answer = begun;
    return begun;
  }

  /**
   * Whoever asked has gone. A service that has not begun to answer hears of it. An answer that has
   * begun is read to its end, for nobody: its connection is somebody else's from the moment in
   * which the end arrives, and hanging up then would take theirs.
   */
  void leave() {
    left = true;
    if (answer == null) {
      upstream.reset();
    } else {
      answer.resume();
    }
  }

  boolean isLeft() {
    return left;
  }
}
