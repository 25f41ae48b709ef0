package dev.liveartifacts.artifact.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** A body that is read to its end, unless it grows past a limit: then the connection is dropped. */
final class BoundedBody {
  private final HttpClientResponse response;
  private final int limit;
  private final Promise<Buffer> whole = Promise.promise();
  private final Buffer body = Buffer.buffer();

  BoundedBody(HttpClientResponse response, int limit) {
    this.response = response;
    this.limit = limit;
  }

  Future<Buffer> read() {
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(body));
    response.handler(this::add);
    return whole.future();
  }

  private void add(Buffer part) {
    if (body.length() + part.length() > limit) {
      whole.tryFail(new AnswerTooLargeException(limit));
      response.request().reset();
    } else {
      body.appendBuffer(part);
    }
  }
}
