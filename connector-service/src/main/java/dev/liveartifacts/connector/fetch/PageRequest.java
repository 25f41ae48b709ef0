package dev.liveartifacts.connector.fetch;

import dev.liveartifacts.connector.problem.ProblemException;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One request for a page; reads no more than the limit, and hangs up on everything else. */
final class PageRequest {
  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  private final UniEmitter<? super Fetched> answer;
  private final int limit;
  private final Buffer body = Buffer.buffer();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicReference<@Nullable HttpClientRequest> request = new AtomicReference<>();

  PageRequest(UniEmitter<? super Fetched> answer, int limit) {
    this.answer = answer;
    this.limit = limit;
  }

  void send(HttpClientRequest connected) {
    request.set(connected);
    if (over.get()) {
      connected.reset();
      return;
    }
    connected.send().onComplete(this::read, answer::fail);
  }

  void hangUp() {
    HttpClientRequest connected = request.get();
    if (!over.getAndSet(true) && connected != null) {
      connected.reset();
    }
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(answer::fail);
    int status = response.statusCode();
    String location = response.getHeader("Location");
    String encoding = response.getHeader("Content-Encoding");
    if (status / 100 == 3 && location != null) {
      answer.complete(new Fetched.Moved(location));
    } else if (status != 200) {
      fail(
          "The server has no page there for everyone: it answers with status %d."
              .formatted(status));
    } else if (!HTML.contains(mediaType(response))) {
      fail("What is at this address is not an HTML page.");
    } else if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      fail("The server compresses the page although it was not asked to.");
    } else {
      response.endHandler(end -> whole());
      response.handler(this::add);
    }
  }

  private void add(Buffer part) {
    if (body.length() + part.length() > limit) {
      fail("This page is larger than 16 MiB, which is the limit.");
    } else {
      body.appendBuffer(part);
    }
  }

  private void whole() {
    over.set(true);
    answer.complete(new Fetched.Page(body));
  }

  private void fail(String sentence) {
    answer.fail(ProblemException.conflict(sentence));
  }

  private static String mediaType(HttpClientResponse response) {
    String type = response.getHeader("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
