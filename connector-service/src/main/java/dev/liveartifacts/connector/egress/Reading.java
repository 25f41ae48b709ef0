package dev.liveartifacts.connector.egress;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One exchange, whose response is read no further than the limit. Used once. */
final class Reading {
  private final UniEmitter<? super WebAnswer> emitter;
  private final int limit;
  private final Buffer body = Buffer.buffer();
  private volatile @Nullable HttpClientRequest request;
  private volatile boolean stopped;
  private volatile boolean ended;

  Reading(int limit, UniEmitter<? super WebAnswer> emitter) {
    this.limit = limit;
    this.emitter = emitter;
  }

  void begin(HttpClientRequest opened, WebRequest wanted) {
    if (stopped) {
      opened.reset();
      return;
    }
    request = opened;
    wanted.headers().forEach(opened::putHeader);
    opened.exceptionHandler(emitter::fail);
    opened.send(Buffer.buffer(wanted.body())).onSuccess(this::read).onFailure(emitter::fail);
  }

  /** Nobody waits any more; the server learns it from the closed connection. */
  void stop() {
    stopped = true;
    HttpClientRequest open = request;
    if (open != null && !ended) {
      open.reset();
    }
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(emitter::fail);
    response.handler(this::take);
    response.endHandler(end -> {
      ended = true;
      emitter.complete(whole(response));
    });
  }

  private void take(Buffer chunk) {
    if (body.length() + chunk.length() > limit) {
      emitter.fail(new WebFailure("answered with more than " + (limit >> 10) + " KiB"));
    } else {
      body.appendBuffer(chunk);
    }
  }

  private WebAnswer whole(HttpClientResponse response) {
    String type = response.getHeader("Content-Type");
    return new WebAnswer(
        response.statusCode(),
        type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT),
        response.getHeader("Location"),
        body.getBytes(),
        headers(response));
  }

  private static Map<String, String> headers(HttpClientResponse response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach(header ->
            headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    return headers;
  }
}
